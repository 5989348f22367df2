namespace ActorIL.Environments.Tests;

public sealed class AnglesTests
{
    [Fact]
    public void The_angle_of_a_slope_is_its_arctangent() =>
        Law.Holds(
            Any.Double(-50, 50),
            slope => Assert.Equal(Math.Atan(slope), Angles.OfSlope(slope), tolerance: 1e-15)
        );

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, Math.PI / 4)]
    [InlineData(-1.0, -Math.PI / 4)]
    [InlineData(1e12, (Math.PI / 2) - 1e-12)]
    [InlineData(1e300, Math.PI / 2)]
    [InlineData(double.NegativeInfinity, -Math.PI / 2)]
    public void Steep_slopes_have_angles_too(double slope, double angle) =>
        Assert.Equal(angle, Angles.OfSlope(slope), tolerance: 1e-15);

    [Fact]
    public void The_angle_of_a_direction_is_that_of_the_full_circle() =>
        Law.Holds(
            Any.Double(-3.1415, 3.1415),
            Any.Double(0.01, 100),
            (angle, length) =>
                Assert.Equal(
                    angle,
                    Angles.OfDirection(length * Math.Cos(angle), length * Math.Sin(angle)),
                    tolerance: 1e-14
                )
        );

    [Fact]
    public void No_direction_has_the_angle_zero() => Assert.Equal(0.0, Angles.OfDirection(0, 0));
}
