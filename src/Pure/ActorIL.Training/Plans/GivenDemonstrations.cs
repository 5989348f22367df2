using ActorIL.Core.Experience;

namespace ActorIL.Training.Plans;

/// <summary>A data set that a clone learns from.</summary>
/// <param name="Labels">Observations with their actions, at least one.</param>
/// <param name="EpisodeCount">Its episodes; 0 where nobody knows where they begin.</param>
public sealed record GivenDemonstrations(LabelledBatch Labels, int EpisodeCount);
