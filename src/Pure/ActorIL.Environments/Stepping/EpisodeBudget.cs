using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Stepping;

/// <summary>Which episodes to run, and how.</summary>
/// <param name="FirstEpisode">Index of the first episode, ≥ 0.</param>
/// <param name="EpisodeCount">How many, ≥ 0.</param>
public sealed record EpisodeBudget(long FirstEpisode, int EpisodeCount)
{
    /// <summary>The step count at which every episode ends, unless another is given.</summary>
    public const int StepCountBound = 1_000_000;

    /// <summary>Episodes run side by side, unless another number is given.</summary>
    public const int BatchCountUsual = 64;

    /// <summary>Episodes run side by side, ≥ 1: memory and speed, never results.</summary>
    public int BatchCountMax { get; init; } = BatchCountUsual;

    /// <summary>Steps after which an episode is cut off, ≥ 1: environments without a time limit end too.</summary>
    public int StepCountMax { get; init; } = StepCountBound;

    /// <summary>Steps at which what an episode has returned so far is kept, ascending, each ≥ 1; may be none.</summary>
    public EquatableArray<int> Horizons { get; init; }
}
