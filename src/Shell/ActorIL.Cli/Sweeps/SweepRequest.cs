using System.Collections.Immutable;
using ActorIL.Reports.Content;

namespace ActorIL.Cli.Sweeps;

/// <summary>What was typed after `actoril sweep`.</summary>
/// <param name="File">The experiment.</param>
/// <param name="Seeds">In the order to run, at least one, each once.</param>
/// <param name="Workers">A count or "auto"; null where the file decides.</param>
/// <param name="Settings">What --set was given, in order.</param>
/// <param name="Out">The folder of all runs; null for a new one under runs/.</param>
/// <param name="Targets">What students are to reach; may be none.</param>
/// <param name="Beside">The folder of another sweep whose labels to targets are shown too; null for none.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record SweepRequest(
    string File,
    ImmutableArray<ulong> Seeds,
    string? Workers,
    ImmutableArray<string> Settings,
    string? Out,
    ImmutableArray<LabelTarget> Targets,
    string? Beside,
    bool IsJson
);
