using System.Collections.Immutable;
using ActorIL.Storage.Files;

namespace ActorIL.Reports.Content;

/// <summary>Everything a report is made of, as it was found in a run directory.</summary>
public sealed record RunFacts
{
    /// <summary>Name and version of the environment.</summary>
    public required string EnvironmentId { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The variant of the file it is of; empty for none.</summary>
    public string Variant { get; init; } = "";

    /// <summary>The resolved configuration.</summary>
    public required string Configuration { get; init; }

    /// <summary>In the order they were written.</summary>
    public required ImmutableArray<MetricRow> Metrics { get; init; }

    /// <summary>What the run came to; null for one that was killed.</summary>
    public RunSummaryFacts? Summary { get; init; }

    public ImmutableArray<StageFacts> Stages => Summary?.Stages ?? [];
}
