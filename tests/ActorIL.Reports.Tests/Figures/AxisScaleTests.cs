using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Tests.Figures;

public class AxisScaleTests
{
    [Theory]
    [InlineData(0, 500, "0 100 200 300 400 500")]
    [InlineData(0, 100000, "0 20k 40k 60k 80k 100k")]
    [InlineData(-1600, -1000, "−1600 −1400 −1200 −1000")]
    [InlineData(0, 0.00005, "0 1e-5 2e-5 3e-5 4e-5 5e-5")]
    [InlineData(0, 3e6, "0M 1M 2M 3M")]
    [InlineData(0.5, 0.7, "0.50 0.55 0.60 0.65 0.70")]
    public void Ticks_are_round_numbers_with_few_digits(double low, double high, string wanted) =>
        Assert.Equal(
            wanted.Replace("0M", "0", StringComparison.Ordinal),
            string.Join(
                    ' ',
                    AxisScale.Of(low, high, isLogarithmic: false, hasMargin: false).Ticks.Select(tick => tick.Text)
                )
                .Replace('−', '−')
                .Replace("e−", "e-", StringComparison.Ordinal)
        );

    [Fact]
    public void A_logarithmic_axis_has_decades() =>
        Assert.Equal(
            ["10", "100", "1000", "10k"],
            AxisScale.Of(10, 20_000, isLogarithmic: true).Ticks.Select(tick => tick.Text)
        );

    [Fact]
    public void Equal_values_stand_in_the_middle()
    {
        Assert.Equal(0.5, AxisScale.Of(7, 7, isLogarithmic: false).Share(7), 1e-9);
        Assert.Equal(0.5, AxisScale.Of(0, 0, isLogarithmic: false).Share(0), 1e-9);
        Assert.Equal(0.5, AxisScale.Of(7, 7, isLogarithmic: true).Share(7), 1e-9);
    }

    [Theory]
    [InlineData(1.2, 1.8)]
    [InlineData(30, 31)]
    [InlineData(210, 480)]
    public void A_short_logarithmic_way_has_ticks_too(double low, double high)
    {
        var scale = AxisScale.Of(low, high, isLogarithmic: true);
        Assert.InRange(scale.Ticks.Length, 2, 12);
        Assert.All(scale.Ticks, tick => Assert.InRange(scale.Share(tick.Value), 0, 1));
    }
}
