using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;
using ActorIL.Testing;
using ActorIL.Training.Reports;

namespace ActorIL.Training.Tests.Reports;

public class WilsonIntervalTests
{
    // From Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998,
    // table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Published_intervals_come_out(int count, int total, double low, double high)
    {
        var interval = WilsonInterval.Of(count, total);
        Assert.Equal(low, interval.Low, tolerance: 5e-5);
        Assert.Equal(high, interval.High, tolerance: 5e-5);
    }

    [Fact]
    public void The_ends_solve_the_score_equation() =>
        Law.Holds(
            Any.Double(0.01, 0.99),
            share =>
            {
                const double quantile = 1.959963984540054;
                var (count, total) = ((int)(share * 1000), 1000);
                var (low, high) = WilsonInterval.Of(count, total);
                foreach (var end in new[] { low, high })
                {
                    var score = (((double)count / total) - end) / Math.Sqrt(end * (1 - end) / total);
                    Assert.Equal(quantile, Math.Abs(score), tolerance: 1e-9);
                }
            }
        );

    [Fact]
    public void Never_and_always_mirror_each_other_and_stay_in_range()
    {
        var (low, high) = WilsonInterval.Of(0, 1000);
        Assert.Equal((0.0, 1.0), (low, WilsonInterval.Of(1000, 1000).High));
        Assert.Equal(1 - high, WilsonInterval.Of(1000, 1000).Low, tolerance: 1e-12);
        Assert.Equal(0.00383, high, tolerance: 1e-5);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, 0)]
    public void Counts_out_of_range_are_refused(int count, int total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(count, total));

    [Fact]
    public void Outcomes_are_counted_and_what_is_neither_is_missing_to_one()
    {
        var results = Results(Outcome.Success, Outcome.Failure, Outcome.None, Outcome.Success);
        var rates = EvaluationStatistics.Summarize(results, RngKey.Root(1)).Outcomes!;
        Assert.Equal(RateSummary.Of(2, 4), rates.Success);
        Assert.Equal(RateSummary.Of(1, 4), rates.Failure);
    }

    [Fact]
    public void Without_outcomes_there_are_no_rates_and_no_bytes()
    {
        var judged = Results(Outcome.None, Outcome.None);
        var plain = new EpisodeResults(judged.FirstEpisode, judged.Returns, judged.StepCounts, judged.Endings, []);
        Assert.Null(EvaluationStatistics.Summarize(plain, RngKey.Root(1)).Outcomes);
        Assert.Equal(0.0, EvaluationStatistics.Summarize(judged, RngKey.Root(1)).Outcomes!.Success.Rate);
        Assert.True(FieldCodec.Bytes(plain).Length < FieldCodec.Bytes(judged).Length);
    }

    [Fact]
    public void Summaries_survive_their_bytes()
    {
        var summary = EvaluationStatistics.Summarize(Results(Outcome.Success, Outcome.Failure), RngKey.Root(1));
        var read = FieldCodec.Read<EvaluationSummary>(FieldCodec.Bytes(summary).AsSpan(), _ => null);
        Assert.Equal(summary, read.Require());
    }

    [Fact]
    public void Outcomes_of_another_number_of_episodes_are_refused() =>
        Assert.Throws<ArgumentException>(() => new EpisodeResults(0, [1, 2], [1, 1], [1, 1], [1]));

    private static EpisodeResults Results(params Outcome[] outcomes) =>
        new(
            firstEpisode: 0,
            [.. outcomes.Select(_ => 1.0)],
            [.. outcomes.Select(_ => 1)],
            [.. outcomes.Select(_ => (byte)1)],
            [.. outcomes.Select(outcome => (byte)outcome)]
        );
}
