using System.Collections.Immutable;
using ActorIL.Reports.Content;

namespace ActorIL.Cli.Sweeps;

/// <summary>What a sweep came to.</summary>
/// <param name="Folder">Where all runs are.</param>
/// <param name="Seeds">In the order they were run.</param>
/// <param name="Rows">One a stage.</param>
/// <param name="Growth">One a stage whose error growth was asked for.</param>
/// <param name="Reach">Labels to each target that was asked for.</param>
internal sealed record SweepResult(
    string Folder,
    ImmutableArray<ulong> Seeds,
    ImmutableArray<SweepRow> Rows,
    ImmutableArray<SweepGrowth> Growth,
    ImmutableArray<ReachFacts> Reach
);
