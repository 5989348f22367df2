using ActorIL.Core.Experience;

namespace ActorIL.Environments.Stepping;

/// <summary>An episode that ended.</summary>
/// <param name="EnvironmentIndex">Which environment of the batch, from 0.</param>
/// <param name="EpisodeIndex">Counted within that environment, from 0.</param>
/// <param name="Return">Sum of its rewards, undiscounted.</param>
/// <param name="StepCount">Its length.</param>
/// <param name="Ending">Terminated or Truncated.</param>
public readonly record struct EpisodeSummary(
    int EnvironmentIndex,
    long EpisodeIndex,
    double Return,
    int StepCount,
    Ending Ending
);
