using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;

namespace ActorIL.Environments.Tests.ClassicControl;

public sealed class CartPoleTests
{
    private static readonly CartPoleParams Parameters = new();

    [Fact]
    public void From_rest_a_push_changes_the_rates_only()
    {
        // At upright rest: x'' = F/1.1 (1 + 0.05 / (1.1 (2/3 - 0.05/1.1))) and θ'' = -(F/1.1) / (2/3 - 0.05/1.1).
        var next = CartPole.Step(Parameters, default, new([1f]), default).State;
        Assert.Equal((0.0, 0.0), (next.Position, next.Angle));
        Assert.Equal(0.02 * 9.75609756097561, next.Velocity, tolerance: 1e-15);
        Assert.Equal(0.02 * -14.634146341463415, next.AngularVelocity, tolerance: 1e-15);
        var mirrored = CartPole.Step(Parameters, default, new([0f]), default).State;
        Assert.Equal((-next.Velocity, -next.AngularVelocity), (mirrored.Velocity, mirrored.AngularVelocity));
    }

    [Theory]
    [InlineData(2.39, 1.0, 0, 0, true)]
    [InlineData(-2.39, -1.0, 0, 0, true)]
    [InlineData(0, 0, 0.2, 1.0, true)]
    [InlineData(0, 0, -0.2, -1.0, true)]
    [InlineData(2.4, 0, 0, 0, false)]
    [InlineData(-2.4, 0, 0, 0, false)]
    public void Leaving_the_track_or_falling_terminates_with_a_last_reward(
        double position, double velocity, double angle, double angularVelocity, bool terminates)
    {
        var state = new CartPoleState(position, velocity, angle, angularVelocity);
        var result = CartPole.Step(Parameters, state, new([1f]), default);
        Assert.Equal(terminates ? Ending.Terminated : Ending.None, result.Ending);
        Assert.Equal(1.0, result.Reward);
    }

    [Theory]
    [InlineData(-1f)]
    [InlineData(2f)]
    [InlineData(0.5f)]
    [InlineData(float.NaN)]
    public void Anything_but_the_two_actions_is_refused(float action) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => CartPole.Step(Parameters, default, new([action]), default));

    [Fact]
    public void Starts_lie_in_their_range_and_differ_by_key() => Law.Holds(
        Any.Seed,
        seed =>
        {
            var (position, velocity, angle, angularVelocity) = CartPole.Reset(Parameters, new RngKey(seed));
            double[] numbers = [position, velocity, angle, angularVelocity];
            return numbers.All(number => number is >= -0.05 and < 0.05)
                && numbers.Distinct().Count() == 4
                && CartPole.Reset(Parameters, new RngKey(seed + 1)).Position != position;
        });

    [Fact]
    public void Bounds_of_the_observation_follow_the_parameters()
    {
        var space = CartPole.Observations(Parameters with { PositionMax = 3, AngleMax = 0.5 });
        Assert.True(space.Contains([6f, 1e30f, 1f, 0f]));
        Assert.False(space.Contains([6.1f, 0f, 0f, 0f]));
        Assert.False(space.Contains([0f, 0f, 1.1f, 0f]));
        Assert.Equal("Box([-4.8, -Infinity, -0.41887903, -Infinity] .. [4.8, Infinity, 0.41887903, Infinity])",
            CartPole.Observations(Parameters).ToString());
    }
}
