using System.Collections.Immutable;
using ActorIL.Reports.Figures;
using ActorIL.Training.Reports;

namespace ActorIL.Reports.Content;

/// <summary>How the cost of one stage's mistakes grows with the horizon, over the seeds of a sweep.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="SeedCount">Seeds that have it.</param>
/// <param name="EpisodeCount">Episodes of each seed.</param>
/// <param name="Costs">
/// Mean over seeds of the excess cost at each horizon, with a 95 % interval over seeds on the logarithmic axis.
/// </param>
/// <param name="Cost">Slope of the mean cost.</param>
/// <param name="Erred">
/// Slope of the share of episodes that had erred by then: what the cost would be if the first mistake cost 1 and ended
/// the episode.
/// </param>
/// <param name="ErredAtEnd">The largest share of a seed at the last horizon.</param>
public sealed record SweepGrowth(
    string Stage,
    int SeedCount,
    long EpisodeCount,
    ImmutableArray<ChartPoint> Costs,
    SlopeFacts Cost,
    SlopeFacts Erred,
    double ErredAtEnd
)
{
    /// <summary>One for each stage that has it, in the order of the first run.</summary>
    /// <param name="runs">The stages of each seed.</param>
    public static ImmutableArray<SweepGrowth> Of(ImmutableArray<ImmutableArray<StageFacts>> runs) =>
        [
            .. runs.SelectMany(static run => run)
                .Where(static stage => stage.Growth is { Costs.Length: > 0 })
                .GroupBy(static stage => stage.Name, StringComparer.Ordinal)
                .Select(static group => Of([.. group])),
        ];

    private static SweepGrowth Of(ImmutableArray<StageFacts> stages)
    {
        var horizons = stages[0].Growth!.Costs.Select(static cost => cost.StepCount).ToImmutableArray();
        var costs = Values(stages, static cost => cost.Excess);
        var erred = Values(stages, static cost => cost.Erred.Rate);
        return new(
            stages[0].Name,
            stages.Length,
            stages[0].Count,
            [.. horizons.Select((horizon, index) => Point(horizon, [.. costs.Select(own => own[index])]))],
            Slope(horizons, costs),
            Slope(horizons, erred),
            erred.Max(static own => own[^1])
        );
    }

    private static ImmutableArray<ImmutableArray<double>> Values(
        ImmutableArray<StageFacts> stages,
        Func<HorizonCost, double> value
    ) => [.. stages.Select(stage => stage.Growth!.Costs.Select(value).ToImmutableArray())];

    private static SlopeFacts Slope(ImmutableArray<int> horizons, ImmutableArray<ImmutableArray<double>> values)
    {
        var (slope, low, high) = GrowthStatistics.Pooled(horizons, values);
        return new(slope, low, high);
    }

    private static ChartPoint Point(int horizon, ImmutableArray<double> costs)
    {
        var (mean, low, high) = GrowthStatistics.PooledMean(costs);
        return new(horizon, mean, low, high);
    }
}
