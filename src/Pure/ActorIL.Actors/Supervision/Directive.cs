namespace ActorIL.Actors.Supervision;

/// <summary>A parent's answer to the failure of a child.</summary>
public enum Directive
{
    /// <summary>Go on with the state before the failure; the failing message is dropped, nothing else.</summary>
    Resume,

    /// <summary>Go on from a new Init; children are stopped, the mailbox is kept.</summary>
    Restart,

    /// <summary>End the child and all below it.</summary>
    Stop,

    /// <summary>The parent fails in its turn, of the same cause.</summary>
    Escalate,
}
