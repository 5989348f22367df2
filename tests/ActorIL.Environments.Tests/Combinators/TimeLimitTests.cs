using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Stepping;
using LimitedCartPole = ActorIL.Environments.Combinators.TimeLimit<
    ActorIL.Environments.ClassicControl.CartPole,
    ActorIL.Environments.ClassicControl.CartPoleParams,
    ActorIL.Environments.ClassicControl.CartPoleState>;
using LimitedPendulum = ActorIL.Environments.Combinators.TimeLimit<
    ActorIL.Environments.ClassicControl.Pendulum,
    ActorIL.Environments.ClassicControl.PendulumParams,
    ActorIL.Environments.ClassicControl.PendulumState>;

namespace ActorIL.Environments.Tests.Combinators;

public sealed class TimeLimitTests
{
    private static readonly TimeLimitParams<CartPoleParams> Limit3 = new(new(), stepCountMax: 3);

    [Fact]
    public void Episodes_are_truncated_at_the_limit_and_not_before() => Law.Holds(
        Any.Integer(1, 50),
        limit =>
        {
            var parameters = new TimeLimitParams<PendulumParams>(new(), limit);
            var state = LimitedPendulum.Reset(parameters, new RngKey(1));
            for (var step = 1; step < limit; step++)
            {
                var result = LimitedPendulum.Step(parameters, state, new([0f]), default);
                Assert.Equal(Ending.None, result.Ending);
                state = result.State;
            }

            var last = LimitedPendulum.Step(parameters, state, new([0f]), default);
            return last.Ending == Ending.Truncated && last.State.StepCount == limit;
        });

    [Fact]
    public void A_step_that_terminates_at_the_limit_is_terminated()
    {
        var falling = new CartPoleState(0, 0, 0.2, 2.0);
        var last = LimitedCartPole.Step(Limit3, new(falling, StepCount: 2), new([0f]), default);
        Assert.Equal(Ending.Terminated, last.Ending);
        var standing = LimitedCartPole.Step(Limit3, new(default, StepCount: 2), new([0f]), default);
        Assert.Equal(Ending.Truncated, standing.Ending);
    }

    [Fact]
    public void State_and_reward_are_those_of_the_environment_itself()
    {
        var inner = new PendulumState(2, -1);
        var alone = Pendulum.Step(new(), inner, new([1.5f]), default);
        var limited = LimitedPendulum.Step(new(new(), stepCountMax: 1), new(inner, StepCount: 0), new([1.5f]), default);
        Assert.Equal((alone.State, alone.Reward), (limited.State.Inner, limited.Reward));
        Assert.Equal(Pendulum.Actions(new()), LimitedPendulum.Actions(new(new(), stepCountMax: 1)));
    }

    [Fact]
    public void The_step_count_is_part_of_the_snapshot()
    {
        var state = new TimeLimitState<PendulumState>(new(0.25, -0.5), StepCount: 7);
        var bytes = FieldCodec.Bytes(state);
        Assert.Equal(state, FieldCodec.Read<TimeLimitState<PendulumState>>(bytes.AsSpan(), _ => null).Require());
        Assert.Equal("time-limit-state<pendulum-state/1>/1", TimeLimitState<PendulumState>.Name.ToString());
    }

    [Fact]
    public void Limits_nest_and_the_shorter_one_truncates()
    {
        var module = TimeLimit<LimitedPendulum, TimeLimitParams<PendulumParams>, TimeLimitState<PendulumState>>.Module(
            "Pendulum-v0", "Two limits.", new(new(), stepCountMax: 5), stepCountMax: 9);
        var environments = VectorEnvironment.Start(module, count: 1, RngKey.Root(1));
        for (var step = 1; step <= 5; step++)
        {
            Assert.Equal(step == 5 ? (int)Ending.Truncated : 0, Batch.Step(environments, [0f]).Endings[0]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_below_one_is_refused(int stepCountMax) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeLimitParams<PendulumParams>(new(), stepCountMax));
}
