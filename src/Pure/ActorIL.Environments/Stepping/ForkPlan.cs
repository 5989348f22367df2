using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>An episode that happened, and where it is to be left.</summary>
/// <param name="EpisodeKey">The key of the episode, as <see cref="EpisodeKeys"/> gives it.</param>
/// <param name="Actions">What was executed, shape [T, action size].</param>
/// <param name="Steps">The steps to fork before, ascending, each in [0, T).</param>
/// <param name="Candidates">Actions to try there for one step, shape [K, action size], K ≥ 0.</param>
/// <param name="Policy">Who drives from the second step on; without a memory.</param>
/// <param name="RolloutCount">Rollouts whose mean a cost is, ≥ 1.</param>
public sealed record ForkPlan(
    RngKey EpisodeKey,
    ImmutableArray<float> Actions,
    ImmutableArray<int> Steps,
    ImmutableArray<float> Candidates,
    IPolicy Policy,
    int RolloutCount
)
{
    /// <summary>Forks run side by side, ≥ 1: memory and speed, never results.</summary>
    public int BatchCountMax { get; init; } = 256;
}
