using System.Collections.Immutable;
using ActorIL.Experiments;

namespace ActorIL.Cli.Stages;

/// <summary>What was typed after a verb that is one stage of a run.</summary>
internal sealed record StageRequest
{
    /// <summary>The verb; a new run directory is called after it.</summary>
    public required string Verb { get; init; }

    /// <summary>The experiment; null for the reference configuration alone.</summary>
    public required string? File { get; init; }

    /// <summary>What the verb itself sets, and what was typed: all layers over the file.</summary>
    public required ImmutableArray<ConfigurationOverride> Overrides { get; init; }

    /// <summary>Whether the result is a data set; else it is the policy of the last stage.</summary>
    public bool IsCollecting { get; init; }

    /// <summary>The run directory, or a file for the result alone; null for neither.</summary>
    public required string? SavePath { get; init; }

    /// <summary>Whether and how metrics are prepared for Weights and Biases.</summary>
    public WandbRequest Wandb { get; init; } = WandbRequest.None;

    public required bool IsJson { get; init; }
}
