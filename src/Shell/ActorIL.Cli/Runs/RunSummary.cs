using System.Collections.Immutable;
using ActorIL.Storage.Traces;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>What a run came to: what `--json` prints and summary.json holds.</summary>
internal sealed record RunSummary
{
    /// <summary>The hash chain over every delivery and the final weights.</summary>
    public required string Digest { get; init; }

    /// <summary>The hash of final weights, evaluations and label counts.</summary>
    public required string ResultDigest { get; init; }

    /// <summary>The hash of the final weights.</summary>
    public required string WeightsDigest { get; init; }

    public required ulong Seed { get; init; }

    public required int WorkerCount { get; init; }

    /// <summary>"parallel" or "simulation".</summary>
    public required string Host { get; init; }

    /// <summary>False where the run was stopped or failed before its end.</summary>
    public required bool IsCompleted { get; init; }

    public required string RunDirectory { get; init; }

    public required double WallSeconds { get; init; }

    /// <summary>Of training data, over all stages; validation and evaluation are not in it.</summary>
    public required long EnvironmentStepCount { get; init; }

    /// <summary>Of PPO training alone.</summary>
    public required double TrainingStepsPerSecond { get; init; }

    public required long PeakMemoryBytes { get; init; }

    /// <summary>The plug-ins that took part.</summary>
    public ImmutableArray<TracePlugin> Plugins { get; init; } = [];

    /// <summary>The stages that were evaluated, in order; the last of an algorithm is its main result.</summary>
    public required ImmutableArray<StageReport> Stages { get; init; }
}
