namespace ActorIL.Core.Contracts;

/// <summary>
/// What the final state of an episode means for the task, which its ending does not say: a crash and an arrival both
/// terminate, and a time-out is neither.
/// </summary>
public enum Outcome
{
    /// <summary>Neither: the episode was cut off before the task was done or lost.</summary>
    None,

    /// <summary>The task was done.</summary>
    Success,

    /// <summary>The task was lost.</summary>
    Failure,
}
