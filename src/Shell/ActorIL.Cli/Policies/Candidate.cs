using ActorIL.Core.Contracts;
using ActorIL.Environments;
using ActorIL.Experiments;

namespace ActorIL.Cli.Policies;

/// <summary>A policy that is to be evaluated.</summary>
/// <param name="Name">Its stage, or the controller's name.</param>
/// <param name="Source">The file it is from; null for a controller.</param>
/// <param name="Environment">Where it acts.</param>
/// <param name="Policy">How it acts.</param>
/// <param name="EpisodeCount">Episodes, unless others were asked for.</param>
/// <param name="Seed">Seed of the start states, unless another was asked for.</param>
internal sealed record Candidate(
    string Name,
    string? Source,
    EnvironmentModule Environment,
    IPolicy Policy,
    int EpisodeCount,
    ulong Seed
)
{
    /// <summary>The catalog's entry, with what comes with the environment.</summary>
    public required EnvironmentEntry Entry { get; init; }

    /// <summary>The run whose configuration names the program; null for an environment in this process.</summary>
    public BoundRun? Outside { get; init; }
}
