using ActorIL.Core.Prelude;

namespace ActorIL.Training.Plans;

/// <summary>How policies are scored.</summary>
/// <param name="Seed">
/// Start states come from this and the episode's index alone, the same for every stage and run seed.
/// </param>
/// <param name="EpisodeCount">Episodes of each evaluation, ≥ 2.</param>
/// <param name="ShardCount">Parts an evaluation is dealt to, ≥ 1.</param>
public sealed record EvaluationPlan(ulong Seed, int EpisodeCount, int ShardCount)
{
    /// <summary>The stage that the others are compared with, episode by episode; empty for none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Episodes that are perturbed beside these, from wide starts and by pushes; 0 for none.</summary>
    public int PerturbedEpisodeCount { get; init; }

    /// <summary>Steps at which the cost of an episode so far is reported, ascending; may be none.</summary>
    public EquatableArray<int> Horizons { get; init; } = [];

    /// <summary>Episodes that the latching detector looks at, at most all of them; 0 for none.</summary>
    public int LatchingEpisodeCount { get; init; }
}
