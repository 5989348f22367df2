using System.Collections.Immutable;

namespace ActorIL.Reports.Content;

/// <summary>What a sweep found: the same experiment under several seeds.</summary>
/// <param name="EnvironmentId">Name and version of the environment.</param>
/// <param name="Configuration">The resolved configuration of the first seed.</param>
/// <param name="Runs">One a seed, in their order.</param>
/// <param name="Targets">What students are to reach; may be none.</param>
public sealed record SweepFacts(
    string EnvironmentId,
    string Configuration,
    ImmutableArray<RunFacts> Runs,
    ImmutableArray<LabelTarget> Targets
)
{
    /// <summary>Labels to targets of other sweeps, shown with those of this one.</summary>
    public ImmutableArray<ReachFacts> Beside { get; init; } = [];

    /// <summary>Labels to the targets, of this sweep first.</summary>
    public ImmutableArray<ReachFacts> Reaches =>
        [.. Targets.Select(target => new ReachFacts(EnvironmentId, target, LabelReach.Of(Runs, target))), .. Beside];

    /// <summary>One a stage.</summary>
    public ImmutableArray<SweepRow> Rows { get; } = SweepRow.Of(StagesOf(Runs));

    /// <summary>One a stage whose error growth was asked for.</summary>
    public ImmutableArray<SweepGrowth> Growth { get; } = SweepGrowth.Of(StagesOf(Runs));

    /// <summary>Each once, in their order.</summary>
    public ImmutableArray<ulong> Seeds => [.. Runs.Select(static run => run.Seed).Distinct()];

    private static ImmutableArray<ImmutableArray<StageFacts>> StagesOf(ImmutableArray<RunFacts> runs) =>
        [.. runs.Select(static run => run.Stages)];
}
