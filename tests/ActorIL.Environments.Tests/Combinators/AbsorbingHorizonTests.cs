using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Checks;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Stepping;
using AbsorbingCartPole = ActorIL.Environments.Combinators.AbsorbingHorizon<
    ActorIL.Environments.ClassicControl.CartPole,
    ActorIL.Environments.ClassicControl.CartPoleParams,
    ActorIL.Environments.ClassicControl.CartPoleState
>;

namespace ActorIL.Environments.Tests.Combinators;

public sealed class AbsorbingHorizonTests
{
    public static TheoryData<string> Shipped => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_environment_passes_the_conformance_kit_with_an_absorbing_state(string id)
    {
        var report = Conformance.Check(Absorbing(id, horizon: 60).Module);
        Assert.True(report.Passed, report.ToString());
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Until_its_end_an_episode_is_that_of_the_environment_and_then_nothing_happens(string id)
    {
        const int Horizon = 50;
        var plain = VectorEnvironment.Start(Find(id).Module, count: 1, RngKey.Root(3));
        var absorbing = VectorEnvironment.Start(Absorbing(id, Horizon).Module, count: 1, RngKey.Root(3));
        var isOver = false;
        for (var step = 1; step <= Horizon; step++)
        {
            var seen = Batch.Observe(absorbing);
            Assert.Equal(isOver ? 1 : 0, seen[^1]);
            Assert.Equal(isOver ? new float[seen.Length - 1] : Batch.Observe(plain), seen[..^1]);
            var actions = Batch.SampleActions(plain, RngKey.Root(4).Fold((ulong)step));
            var marked = Batch.Step(absorbing, actions);
            Assert.Equal(step == Horizon ? (int)Ending.Truncated : (int)Ending.None, (int)marked.Endings[0]);
            if (isOver)
            {
                Assert.Equal(0, marked.Rewards[0]);
                continue;
            }

            var whole = Batch.Step(plain, actions);
            Assert.Equal(whole.Rewards[0], marked.Rewards[0]);
            isOver = (int)whole.Endings[0] == (int)Ending.Terminated;
        }
    }

    [Fact]
    public void Every_episode_has_exactly_as_many_steps_as_the_horizon() =>
        Law.Holds(
            Any.Integer(1, 120),
            horizon =>
            {
                var environments = VectorEnvironment.Start(
                    Absorbing("CartPole-v1", horizon).Module,
                    count: 2,
                    RngKey.Root((ulong)horizon)
                );
                for (var step = 1; step <= 2 * horizon; step++)
                {
                    var actions = Batch.SampleActions(environments, RngKey.Root(5).Fold((ulong)step));
                    var endings = Batch.Step(environments, actions).Endings;
                    var wanted = step % horizon == 0 ? Ending.Truncated : Ending.None;
                    if (endings.Any(ending => (int)ending != (int)wanted))
                    {
                        return false;
                    }
                }

                return true;
            },
            caseCount: 40
        );

    [Fact]
    public void An_end_at_the_horizon_is_truncated_in_the_absorbing_state()
    {
        var parameters = new AbsorbingHorizonParams<CartPoleParams>(new(), Horizon: 3);
        var falling = new AbsorbingHorizonState<CartPoleState>(new(0, 0, 0.2, 2.0), StepCount: 2, IsAbsorbed: false);
        var last = AbsorbingCartPole.Step(parameters, falling, new([0f]), default);
        var seen = new float[5];
        AbsorbingCartPole.Observe(parameters, last.State, seen);
        Assert.Equal((Ending.Truncated, true), (last.Ending, last.State.IsAbsorbed));
        Assert.Equal([0, 0, 0, 0, 1], seen);
    }

    [Fact]
    public void An_environment_that_truncates_before_the_horizon_is_truncated_then()
    {
        var environments = VectorEnvironment.Start(Absorbing("Pendulum-v1", 300).Module, count: 1, RngKey.Root(1));
        for (var step = 1; step <= 200; step++)
        {
            var ending = (int)Batch.Step(environments, [0f]).Endings[0];
            Assert.Equal(step == 200 ? (int)Ending.Truncated : 0, ending);
        }
    }

    private static EnvironmentEntry Find(string id) => EnvironmentCatalog.Shipped.Find(id).Require();

    private static EnvironmentEntry Absorbing(string id, int horizon) => AbsorbingHorizons.Of(Find(id), horizon);
}
