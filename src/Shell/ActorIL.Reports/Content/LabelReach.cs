using System.Collections.Immutable;
using System.Globalization;

namespace ActorIL.Reports.Content;

/// <summary>At how many expert labels the seeds of a sweep first reached a target.</summary>
/// <param name="Stage">The student.</param>
/// <param name="Labels">Those of the seeds that reached it, ascending.</param>
/// <param name="SeedCount">Seeds that have the student.</param>
/// <param name="LabelsMax">Most labels that a seed used, whether or not it reached the target.</param>
public sealed record LabelReach(string Stage, ImmutableArray<long> Labels, int SeedCount, long LabelsMax)
{
    /// <summary>One for each student, in the order of the first run.</summary>
    /// <param name="runs">The runs of a sweep.</param>
    /// <param name="target">What is to be reached.</param>
    /// <remarks>
    /// A student that is validated counts from its first round whose validation reaches the target, one that is not,
    /// a clone, by its evaluation.
    /// </remarks>
    public static ImmutableArray<LabelReach> Of(ImmutableArray<RunFacts> runs, LabelTarget target) =>
        [
            .. runs.SelectMany(run => Students(run).Select(student => (student.Name, Run: run, student.Stage)))
                .GroupBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(group => Of(group.Key, [.. group.Select(entry => Of(entry.Run, entry.Stage, target))])),
        ];

    /// <summary>Whether more than half of the seeds reached it, so that the median is a number.</summary>
    public bool HasMedian => 2 * Labels.Length > SeedCount;

    /// <summary>
    /// The median over all seeds, those that never reached it counting as more than any; the middle of an even number
    /// is the lower one.
    /// </summary>
    public long Median => Labels[(SeedCount - 1) / 2];

    /// <summary>The median in words.</summary>
    public string MedianText => HasMedian ? Number(Median) : $"not reached ({Number(LabelsMax)})";

    /// <summary>The range in words.</summary>
    public string RangeText =>
        Labels.IsEmpty ? "not reached"
        : Labels.Length < SeedCount ? $"{Number(Labels[0])} to not reached"
        : $"{Number(Labels[0])} to {Number(Labels[^1])}";

    private static LabelReach Of(string stage, ImmutableArray<(long? Reached, long Used)> seeds) =>
        new(
            stage,
            [.. seeds.Where(seed => seed.Reached is not null).Select(seed => seed.Reached!.Value).Order()],
            seeds.Length,
            seeds.Max(seed => seed.Used)
        );

    private static IEnumerable<(string Name, StageFacts Stage)> Students(RunFacts run) =>
        run
            .Stages.Where(stage => stage is { IsStudent: true, IsLastRound: false })
            // The stages of DAgger in label counts are one student.
            .GroupBy(stage => stage.Group == StageGroup.Dagger ? "dagger" : stage.Name, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Last()));

    private static (long? Reached, long Used) Of(RunFacts run, StageFacts stage, LabelTarget target)
    {
        var name = stage.Group == StageGroup.Dagger ? "dagger" : stage.Name;
        var rounds = run.Metrics.Where(row => row.Stage == name && row.Name == target.Metric).ToImmutableArray();
        if (rounds.IsEmpty)
        {
            var value = target.IsFailure ? stage.Failure?.Rate ?? double.NaN : stage.Mean;
            return (target.IsReached(value) ? stage.LabelCount : null, stage.LabelCount);
        }

        var reached = rounds.Where(row => target.IsReached(row.Value)).Select(row => (long?)row.Step).Min();
        return (reached, Math.Max(stage.LabelCount, rounds.Max(row => row.Step)));
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
