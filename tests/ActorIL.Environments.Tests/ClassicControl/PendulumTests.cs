using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;

namespace ActorIL.Environments.Tests.ClassicControl;

public sealed class PendulumTests
{
    private static readonly PendulumParams Parameters = new();

    // From numpy 1.24.2: ((x + pi) % (2 * pi)) - pi.
    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(3.0, 3.0)]
    [InlineData(Math.PI, -Math.PI)]
    [InlineData(-Math.PI, -Math.PI)]
    [InlineData(4.0, -2.2831853071795862)]
    [InlineData(-4.0, 2.2831853071795862)]
    [InlineData(100.5, -0.03096491487337616)]
    [InlineData(-100.5, 0.030964914873383265)]
    [InlineData(1e6, -0.3575641670518799)]
    [InlineData(-1e6, 0.35756416704162675)]
    [InlineData(-1e-17, 0.0)]
    [InlineData(-3.1415926535897936, Math.PI)]
    [InlineData(-3.141592653589794, 3.1415926535897922)]
    public void Angles_wrap_as_numpy_wraps_them(double angle, double wrapped) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(wrapped), BitConverter.DoubleToInt64Bits(Pendulum.Wrap(angle)));

    [Fact]
    public void Torques_are_clipped_before_they_act_and_cost()
    {
        var state = new PendulumState(1.0, -0.5);
        Assert.Equal(Step(state, 2f), Step(state, 4f));
        Assert.Equal(Step(state, -2f), Step(state, float.NegativeInfinity));
        Assert.NotEqual(Step(state, 2f), Step(state, 1.5f));
    }

    [Fact]
    public void The_cost_is_of_the_state_before_the_step()
    {
        Assert.Equal(-((1.5 * 1.5) + (0.1 * 4) + (0.001 * 1)), Step(new(1.5, 2.0), 1f).Reward, tolerance: 1e-15);
        Assert.Equal(-16.2736044, Step(new(Math.PI, 8.0), 2f).Reward, tolerance: 1e-7);
    }

    [Fact]
    public void The_speed_is_clipped_before_it_moves_the_angle()
    {
        var next = Step(new(Math.PI / 2, 7.9), 2f).State;
        Assert.Equal(8.0, next.AngularVelocity);
        Assert.Equal((Math.PI / 2) + (8.0 * 0.05), next.Angle);
    }

    [Fact]
    public void A_torque_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Step(default, float.NaN));

    [Fact]
    public void It_never_ends_by_itself_and_rewards_stay_in_their_range() => Law.Holds(
        Any.Double(-20, 20),
        Any.Double(-8, 8),
        (angle, speed) =>
        {
            var (_, reward, ending) = Step(new(angle, speed), (float)(angle / 10));
            return ending == Ending.None && reward is <= 0 and >= -16.2736045;
        });

    [Fact]
    public void Starts_lie_in_their_range() => Law.Holds(
        Any.Seed,
        seed => Pendulum.Reset(Parameters, new RngKey(seed)) is
        {
            Angle: >= -Math.PI and < Math.PI,
            AngularVelocity: >= -1 and < 1,
        });

    private static (PendulumState State, double Reward, Ending Ending) Step(PendulumState state, float torque)
    {
        var result = Pendulum.Step(Parameters, state, new([torque]), default);
        return (result.State, result.Reward, result.Ending);
    }
}
