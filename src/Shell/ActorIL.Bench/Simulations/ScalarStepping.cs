using ActorIL.Bench.Measuring;
using ActorIL.Bench.Updates;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;

namespace ActorIL.Bench.Simulations;

/// <summary>Environments one by one through their own functions, as work to be timed.</summary>
internal static class ScalarStepping
{
    /// <summary>Every environment one step under random actions, and what is seen then.</summary>
    public static Workload Work(string name, EnvironmentEntry entry, int count) =>
        entry.Module.Open(new Opening(name, count));

    private sealed class Opening(string name, int count) : IEnvironmentFunction<Workload>
    {
        public Workload Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var key = RngKey.Root(1);
            var random = new RandomActions(environment.Actions, RngKey.Root(2));
            var action = new float[environment.Actions.Size];
            var observation = new float[environment.Observations.Size];
            var parameters = environment.Parameters;
            var (episodes, states) = (0L, new TState[count]);
            for (var i = 0; i < count; i++)
            {
                states[i] = TEnvironment.Reset(parameters, EpisodeKeys.Episode(key, episodes++));
            }

            var step = 0L;
            return new(
                name,
                () =>
                {
                    for (var i = 0; i < states.Length; i++)
                    {
                        random.Fill(step, action);
                        var next = TEnvironment.Step(parameters, states[i], new(action), key.Fold((ulong)step++));
                        states[i] =
                            next.Ending == Ending.None
                                ? next.State
                                : TEnvironment.Reset(parameters, EpisodeKeys.Episode(key, episodes++));
                        TEnvironment.Observe(parameters, states[i], observation);
                    }
                }
            );
        }
    }
}
