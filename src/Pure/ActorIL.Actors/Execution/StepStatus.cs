namespace ActorIL.Actors.Execution;

/// <summary>What became of one envelope in its round.</summary>
internal enum StepStatus : byte
{
    /// <summary>The step ran; its effects are to be committed.</summary>
    Done,

    /// <summary>The behaviour failed; its effects are gone.</summary>
    Failed,

    /// <summary>The receiver is suspended and keeps the envelope.</summary>
    Held,

    /// <summary>A parent has decided about a failed child.</summary>
    Supervised,

    /// <summary>Nobody was there to take it.</summary>
    DeadLetter,

    /// <summary>What it was about has been cancelled.</summary>
    Dropped,

    /// <summary>A replay has no result to hand to the receiver.</summary>
    Unrecorded,

    /// <summary>The receiver does not understand this type of message.</summary>
    Mistyped,
}
