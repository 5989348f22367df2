using ActorIL.Algorithms.Policies;

namespace ActorIL.Training.Plans;

/// <summary>What a run takes from earlier ones, as it was read. Only the root's first step looks at it.</summary>
public sealed record RunInputs
{
    /// <summary>Nothing from outside.</summary>
    public static RunInputs None { get; } = new();

    /// <summary>The expert; null where it is not given.</summary>
    public PolicySnapshot? Expert { get; init; }

    /// <summary>What the actor of PPO starts as; null for a start of its own.</summary>
    public PolicySnapshot? Start { get; init; }

    /// <summary>What a clone learns from beside the expert's demonstrations; null for nothing.</summary>
    public GivenDemonstrations? Demonstrations { get; init; }
}
