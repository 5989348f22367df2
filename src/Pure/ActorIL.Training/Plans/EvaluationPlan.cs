namespace ActorIL.Training.Plans;

/// <summary>How policies are scored.</summary>
/// <param name="Seed">
/// Start states come from this and the episode's index alone, the same for every stage and run seed.
/// </param>
/// <param name="EpisodeCount">Episodes of each evaluation, ≥ 2.</param>
/// <param name="ShardCount">Parts an evaluation is dealt to, ≥ 1.</param>
public sealed record EvaluationPlan(ulong Seed, int EpisodeCount, int ShardCount)
{
    /// <summary>Episodes that are perturbed beside these, from wide starts and by pushes; 0 for none.</summary>
    public int PerturbedEpisodeCount { get; init; }

    /// <summary>Episodes that the latching detector looks at, at most all of them; 0 for none.</summary>
    public int LatchingEpisodeCount { get; init; }
}
