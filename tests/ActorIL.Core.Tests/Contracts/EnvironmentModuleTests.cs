using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Core.Tests.Fields.Samples;

namespace ActorIL.Core.Tests.Contracts;

public sealed class EnvironmentModuleTests
{
    private static readonly EnvironmentModule Module =
        new EnvironmentModule<Walk, Point, Point>("Walk-v0", "A walk on a line.", new Point(2, 0));

    [Fact]
    public void Spaces_come_from_the_parameters()
    {
        Assert.Equal(new Space.Box([-2f], [2f]), Module.Observations);
        Assert.Equal(new Space.Discrete(2), Module.Actions);
    }

    [Fact]
    public void A_function_is_run_on_the_types_behind_the_name() => Assert.Equal(2, Module.Open(new EpisodeLength()));

    private sealed class EpisodeLength : IEnvironmentFunction<int>
    {
        public int Apply<TEnvironment, TParams, TState>(EnvironmentModule<TEnvironment, TParams, TState> environment)
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var key = RngKey.Root(1);
            var state = TEnvironment.Reset(environment.Parameters, key);
            for (var stepCount = 1; ; stepCount++)
            {
                var result = TEnvironment.Step(environment.Parameters, state, new([1f]), key.Fold((ulong)stepCount));
                if (result.Match((_, _) => false, (_, _) => true, (_, _) => true))
                {
                    return stepCount;
                }

                state = result.State;
            }
        }
    }
}
