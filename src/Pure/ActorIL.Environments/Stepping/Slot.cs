using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>One running episode: what a batch keeps of it between two steps.</summary>
internal struct Slot<TState>
{
    public required TState State;

    /// <summary>Parent of the step keys of this episode.</summary>
    public required RngKey StepsKey;

    public required long EpisodeIndex;

    public required int StepCount;

    public required double Return;
}
