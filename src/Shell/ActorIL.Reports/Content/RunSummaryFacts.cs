using System.Collections.Immutable;

namespace ActorIL.Reports.Content;

/// <summary>The summary of a run, as its file has it.</summary>
public sealed record RunSummaryFacts
{
    public required string Digest { get; init; }

    public required string ResultDigest { get; init; }

    public required string WeightsDigest { get; init; }

    public required bool IsCompleted { get; init; }

    /// <summary>Environment steps of training data.</summary>
    public required long EnvironmentStepCount { get; init; }

    /// <summary>What changes from one carrying-out to the next: time, speed, memory, who ran it.</summary>
    public required string Machine { get; init; }

    public required ImmutableArray<StageFacts> Stages { get; init; }
}
