using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Testing;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;
using ActorIL.Training.Tests.Runs;

namespace ActorIL.Training.Tests.Reports;

public class GrowthStatisticsTests
{
    private static readonly ImmutableArray<int> Horizons = [10, 20, 40, 80];

    [Fact]
    public void A_power_of_the_horizon_has_its_exponent_as_slope() =>
        Law.Holds(
            Any.Double(-1, 3),
            exponent =>
            {
                double[] costs = [.. Horizons.Select(steps => 0.3 * Math.Pow(steps, exponent))];
                Assert.Equal(exponent, GrowthStatistics.Slope(Horizons, costs), tolerance: 1e-9);
            }
        );

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void A_cost_that_has_no_logarithm_leaves_no_slope(double cost) =>
        Assert.Equal(double.NaN, GrowthStatistics.Slope([10, 20], [1, cost]));

    [Fact]
    public void Students_that_grow_alike_have_that_slope_whatever_their_level()
    {
        var costs = ImmutableArray.Create(0.01, 1, 30).Select(level => Quadratic(level)).ToImmutableArray();
        var (slope, low, high) = GrowthStatistics.Pooled(Horizons, costs);
        Assert.Equal(2, slope, tolerance: 1e-9);
        Assert.Equal((2.0, 2.0), (Math.Round(low, 6), Math.Round(high, 6)));
    }

    [Fact]
    public void Students_that_grow_unlike_widen_the_interval()
    {
        ImmutableArray<ImmutableArray<double>> costs =
        [
            Quadratic(1),
            Quadratic(2),
            [1, 2, 4, 8],
            [300, 600, 1200, 2400],
        ];
        var (slope, low, high) = GrowthStatistics.Pooled(Horizons, costs);
        Assert.InRange(slope, 1, 2);
        Assert.True(low < slope - 0.2 && high > slope + 0.2);
    }

    [Fact]
    public void One_student_has_no_interval_over_students()
    {
        var (slope, low, high) = GrowthStatistics.Pooled(Horizons, [Quadratic(1)]);
        Assert.Equal((2.0, double.NaN, double.NaN), (Math.Round(slope, 9), low, high));
        Assert.Equal((3.0, 3.0, 3.0), GrowthStatistics.PooledMean([3]));
    }

    [Fact]
    public void The_interval_of_a_mean_cost_is_above_zero()
    {
        var (mean, low, high) = GrowthStatistics.PooledMean([0.001, 0.002, 10]);
        Assert.Equal(3.3343, mean, tolerance: 1e-4);
        Assert.True(low > 0 && low < mean && high > mean);
    }

    [Fact]
    public void The_cost_is_what_the_student_returned_less_than_the_expert()
    {
        var expert = Results([0, -1, 0, 0, 0, -2]);
        var student = Results([-1, -4, 0, 0, -2, -2]);
        var growth = GrowthStatistics.Of([1, 2], expert, student, RngKey.Root(1));
        Assert.Equal([1, 1], growth.Costs.Select(cost => cost.Excess));
        Assert.Equal([2, 1], growth.Costs.Select(cost => cost.Erred.Count));
        Assert.Equal((0.0, double.NaN), (growth.Slope, growth.CiLow));
    }

    [Fact]
    public void Results_of_other_episodes_or_horizons_are_refused()
    {
        var results = Results([0, 0, 0, 0]);
        Assert.Throws<ArgumentException>(() => GrowthStatistics.Of([1], results, results, RngKey.Root(1)));
        Assert.Throws<ArgumentException>(() =>
            GrowthStatistics.Of([1, 2], results, Results([0, 0, 0, 0, 0, 0]), RngKey.Root(1))
        );
    }

    [Fact]
    public void A_run_reports_the_growth_of_its_students_whatever_carries_it_out()
    {
        var chain = EnvironmentCatalog.Shipped.Find("LaneChain-v0").Require();
        var plain = SmallPlans.Of(chain) with { Expert = new ExpertPlan.Scripted() };
        var plan = plain with { Evaluation = plain.Evaluation with { Horizons = [5, 10, 20] } };
        var simulated = Running.Simulated(plan);
        var students = simulated.Report.Stages.Where(stage => stage.Stage != "expert").ToImmutableArray();
        Assert.All(students, stage => Assert.Equal([5, 10, 20], stage.Growth!.Costs.Select(cost => cost.StepCount)));
        Assert.Contains(students, stage => stage.Growth!.Costs[^1].Excess > 0);
        Assert.Null(simulated.Report.Stages[0].Growth);
        foreach (var workerCount in new[] { 1, 2 })
        {
            Assert.Equal(simulated.Digest, Running.Parallel(plan, workerCount).Digest);
        }

        var undealt = plan with { Evaluation = plan.Evaluation with { ShardCount = 1 } };
        Assert.Equal(simulated.Report.ResultDigest, Running.Simulated(undealt).Report.ResultDigest);
        Assert.All(Running.Simulated(plain).Report.Stages, stage => Assert.Null(stage.Growth));
    }

    private static ImmutableArray<double> Quadratic(double level) =>
        [.. Horizons.Select(steps => level * steps * steps)];

    private static EpisodeResults Results(ImmutableArray<double> prefixReturns)
    {
        var count = prefixReturns.Length / 2;
        return new(0, [.. new double[count]], [.. new int[count]], [.. new byte[count]], [], prefixReturns);
    }
}
