using ActorIL.Core.Randomness;
using ActorIL.Training.Reports;

namespace ActorIL.Training.Tests.Reports;

public class EvaluationStatisticsTests
{
    private static readonly RngKey Key = RngKey.Root(1);

    [Fact]
    public void Mean_spread_and_worst_of_four_returns_are_those_worked_by_hand()
    {
        var summary = EvaluationStatistics.Summarize([2, 4, 4, 6], Key);
        Assert.Equal((4, 4.0, 2.0), (summary.Count, summary.Mean, summary.Minimum));
        Assert.Equal(Math.Sqrt(8 / 3.0), summary.Std, tolerance: 1e-12);
    }

    [Fact]
    public void Equal_returns_have_an_interval_of_no_width()
    {
        var summary = EvaluationStatistics.Summarize([500, 500, 500], Key);
        Assert.Equal((500.0, 500.0, 0.0), (summary.CiLow, summary.CiHigh, summary.Std));
    }

    [Fact]
    public void The_interval_of_normal_returns_is_about_four_standard_errors_wide()
    {
        var returns = new double[400];
        for (var i = 0; i < returns.Length; i += 2)
        {
            (returns[i], returns[i + 1]) = NormalDraw.Pair(Key, (ulong)i);
        }

        var summary = EvaluationStatistics.Summarize(returns, Key.Fold("bootstrap"));
        Assert.InRange(summary.CiHigh - summary.CiLow, 0.9 * 3.92 / 20, 1.1 * 3.92 / 20);
        Assert.InRange(summary.Mean, summary.CiLow, summary.CiHigh);
    }

    [Fact]
    public void No_episodes_are_refused() =>
        Assert.Throws<ArgumentException>(() => EvaluationStatistics.Summarize([], Key));
}
