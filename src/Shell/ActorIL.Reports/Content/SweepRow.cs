using System.Collections.Immutable;
using ActorIL.Training.Reports;

namespace ActorIL.Reports.Content;

/// <summary>One stage over all seeds of a sweep.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Algorithm">How it learnt.</param>
/// <param name="Selected">"final" or "validation".</param>
/// <param name="SeedCount">Seeds that have it.</param>
/// <param name="LabelMean">Expert actions it learnt from, mean over seeds.</param>
/// <param name="EpisodeCount">Episodes of the evaluation of each seed.</param>
/// <param name="Mean">Mean of the seeds' mean returns.</param>
/// <param name="Least">The least of the seeds' mean returns.</param>
/// <param name="Most">The greatest of the seeds' mean returns.</param>
/// <param name="CostLabelMean">Labels that say what every candidate action costs, mean over seeds.</param>
/// <param name="ExpertStepMean">Steps that the expert drove to find those costs out, mean over seeds.</param>
/// <param name="Difference">
/// Against another stage of the same run: the mean over seeds, with a 95 % interval of t over seeds, or the run's own
/// for one seed; null where there is no comparison.
/// </param>
/// <param name="Failures">Of all episodes of all seeds; null where the environment does not judge.</param>
public sealed record SweepRow(
    string Stage,
    string Algorithm,
    string Selected,
    int SeedCount,
    double LabelMean,
    int EpisodeCount,
    double Mean,
    double Least,
    double Most,
    double CostLabelMean,
    double ExpertStepMean,
    DifferenceFacts? Difference,
    RateSummary? Failures
)
{
    /// <summary>Which part of a run it belongs to.</summary>
    public StageGroup Group { get; init; }

    /// <summary>Recoveries of all perturbed episodes of all seeds; null where none were perturbed.</summary>
    public RecoveryRates? Recovery { get; init; }

    /// <summary>Seeds in which a constant reward scored clearly lower; null where there is no such control.</summary>
    public int? JudgedCount { get; init; }

    /// <summary>Latched episodes of all seeds; null where nobody watched for them.</summary>
    public RateSummary? Latched { get; init; }

    /// <summary>A row for each stage, in the order of the first run.</summary>
    /// <param name="runs">The stages of each seed.</param>
    public static ImmutableArray<SweepRow> Of(ImmutableArray<ImmutableArray<StageFacts>> runs) =>
        [
            .. runs.SelectMany(static run => run)
                .GroupBy(static stage => stage.Name, StringComparer.Ordinal)
                .Select(static group => Of([.. group])),
        ];

    /// <summary>The stage that others are compared with; null for none.</summary>
    public static string? Reference(ImmutableArray<SweepRow> rows) =>
        rows.Select(static row => row.Difference?.Reference).FirstOrDefault(static name => name is not null);

    private static SweepRow Of(ImmutableArray<StageFacts> stages) =>
        new(
            stages[0].Name,
            stages[0].Algorithm,
            stages[0].Selected,
            stages.Length,
            stages.Average(static stage => (double)stage.LabelCount),
            (int)stages[0].Count,
            stages.Average(static stage => stage.Mean),
            stages.Min(static stage => stage.Mean),
            stages.Max(static stage => stage.Mean),
            stages.Average(static stage => (double)stage.CostLabelCount),
            stages.Average(static stage => (double)stage.ExpertStepCount),
            stages.All(static stage => stage.Difference is not null)
                ? OverSeeds([.. stages.Select(static stage => stage.Difference!)])
                : null,
            stages.All(static stage => stage.Failure is not null)
                ? RateSummary.Of(
                    stages.Sum(static stage => stage.Failure?.Count ?? 0),
                    stages.Sum(static stage => (int)stage.Count)
                )
                : null
        )
        {
            Group = stages[0].Group,
            Recovery = stages.All(static stage => stage.Recovery is not null) ? Recoveries(stages) : null,
            JudgedCount = stages.All(static stage => stage.Control is not null)
                ? stages.Count(static stage => stage.Control!.CanJudge)
                : null,
            Latched = stages.All(static stage => stage.Latched is not null)
                ? RateSummary.Of(
                    stages.Sum(static stage => stage.Latched?.Count ?? 0),
                    stages.Sum(static stage => stage.LatchingCount)
                )
                : null,
        };

    // Every seed perturbs the same episodes, so the interval counts policies and episodes alike.
    private static RecoveryRates Recoveries(ImmutableArray<StageFacts> stages)
    {
        var facts = stages.Select(static stage => stage.Recovery).OfType<RecoveryFacts>().ToImmutableArray();
        var count = facts.Sum(static recovery => recovery.Count);
        return new(
            count,
            RateSummary.Of(facts.Sum(static recovery => recovery.WideStarts.Count), count),
            RateSummary.Of(facts.Sum(static recovery => recovery.Pushes.Count), count)
        );
    }

    private static DifferenceFacts OverSeeds(ImmutableArray<DifferenceFacts> seeds)
    {
        if (seeds is [var only])
        {
            return only;
        }

        var (low, high) = StudentInterval.Of([.. seeds.Select(static seed => seed.Mean)]);
        return new(seeds[0].Reference, seeds.Average(static seed => seed.Mean), low, high);
    }
}
