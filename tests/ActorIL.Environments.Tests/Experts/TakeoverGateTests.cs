using ActorIL.Core.Prelude;
using ActorIL.Environments.Experts;

namespace ActorIL.Environments.Tests.Experts;

public sealed class TakeoverGateTests
{
    private static readonly TakeoverGate Gate = new(engageAt: 0.8, releaseAt: 0.3);

    [Theory]
    [InlineData(false, 0.79, false)]
    [InlineData(false, 0.8, true)]
    [InlineData(true, 0.31, true)]
    [InlineData(true, 0.3, false)]
    [InlineData(false, 0.5, false)]
    [InlineData(true, 0.5, true)]
    [InlineData(false, double.NaN, true)]
    [InlineData(true, double.NaN, true)]
    public void Between_the_thresholds_the_wheel_stays_where_it_is(bool engaged, double danger, bool next) =>
        Assert.Equal(next, Gate.Next(engaged, danger));

    [Fact]
    public void A_danger_that_swings_between_the_thresholds_changes_hands_never() =>
        Law.Holds(
            Any.Double(0.3001, 0.7999),
            Any.Double(0.3001, 0.7999),
            (first, second) =>
                Gate.Next(Gate.Next(engaged: true, first), second) && !Gate.Next(Gate.Next(false, first), second)
        );

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.5, 0.7)]
    [InlineData(0.5, -0.1)]
    [InlineData(double.NaN, 0.1)]
    [InlineData(0.5, double.NaN)]
    public void Thresholds_out_of_order_are_refused(double engageAt, double releaseAt) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TakeoverGate(engageAt, releaseAt));

    [Fact]
    public void On_the_cart_the_danger_is_the_nearer_bound()
    {
        var danger = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require().Danger.Require();
        Assert.Equal(0.5, danger.Of([1.2f, 9f, 0.01f, -9f]), tolerance: 1e-6);
        Assert.Equal(1.0, danger.Of([0f, 0f, -(float)(12 * 2 * Math.PI / 360), 0f]), tolerance: 1e-6);
        var wider = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require().Configure([new("position-max", "4.8")]);
        Assert.Equal(0.25, wider.Require().Danger.Require().Of([1.2f, 0f, 0f, 0f]), tolerance: 1e-6);
    }
}
