using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Reports;

namespace ActorIL.Training.Tests.Reports;

public class StudentIntervalTests
{
    // Worked by hand: mean 3, standard deviation sqrt(2.5), standard error sqrt(0.5), t of 4 degrees 2.776.
    [Fact]
    public void The_interval_of_five_numbers_is_that_worked_by_hand()
    {
        var (low, high) = StudentInterval.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3 - (2.776 * Math.Sqrt(0.5)), low, 1e-12);
        Assert.Equal(3 + (2.776 * Math.Sqrt(0.5)), high, 1e-12);
    }

    [Fact]
    public void It_covers_the_mean_in_about_95_of_100_samples()
    {
        var covered = 0;
        var values = new float[5];
        for (var sample = 0UL; sample < 2_000; sample++)
        {
            NormalDraw.Fill(RngKey.Root(7).Fold(sample), values);
            var (low, high) = StudentInterval.Of([.. values.Select(static value => (double)value)]);
            covered += low < 0 && 0 < high ? 1 : 0;
        }

        Assert.InRange(covered, 1_860, 1_940);
    }

    [Fact]
    public void One_number_is_refused() => Assert.Throws<ArgumentException>(() => StudentInterval.Of([1]));

    [Fact]
    public void Pairs_that_differ_by_the_same_have_a_difference_of_no_width()
    {
        var difference = EvaluationStatistics.Compare("other", Results(2, 30, -1), Results(1, 29, -2), RngKey.Root(1));
        Assert.Equal(new PairedDifference("other", 3, 1, 1, 1), difference);
    }

    [Fact]
    public void Other_episodes_are_no_pairs() =>
        Assert.Throws<ArgumentException>(() =>
            EvaluationStatistics.Compare("other", Results(2, 30, -1), Results(1, 29), RngKey.Root(1))
        );

    private static EpisodeResults Results(params double[] returns) =>
        new(0, [.. returns], [.. returns.Select(static _ => 1)], [.. returns.Select(static _ => (byte)1)], []);
}
