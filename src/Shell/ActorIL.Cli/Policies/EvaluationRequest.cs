namespace ActorIL.Cli.Policies;

/// <summary>What was typed after `actoril eval`.</summary>
/// <param name="Path">A run directory or a checkpoint; null for a controller.</param>
/// <param name="Policy">Which policy of a run directory; null for its last stage.</param>
/// <param name="Controller">Whose controller to evaluate; null for a saved policy.</param>
/// <param name="EpisodeCount">Null for as many as the run took.</param>
/// <param name="Seed">Null for the run's evaluation seed.</param>
/// <param name="IsPerturbed">Whether as many episodes are perturbed beside these.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record EvaluationRequest(
    string? Path,
    string? Policy,
    string? Controller,
    int? EpisodeCount,
    ulong? Seed,
    bool IsPerturbed,
    bool IsJson
)
{
    /// <summary>The environment the policy must be of; null for any.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>The widths its hidden layers must have, with commas between them; null for any.</summary>
    public string? HiddenSizes { get; init; }
}
