namespace ActorIL.Environments.Stepping;

/// <summary>Which step of which episode: what a failure names.</summary>
/// <param name="EnvironmentIndex">Counted over all blocks, from 0; 0 where whole episodes are run.</param>
/// <param name="EpisodeIndex">Counted within the environment, from 0.</param>
/// <param name="StepCount">Steps taken in the episode.</param>
internal readonly record struct SlotPlace(int EnvironmentIndex, long EpisodeIndex, int StepCount);
