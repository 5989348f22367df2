namespace ActorIL.Actors.Ordering;

/// <summary>What an envelope is to its receiver.</summary>
public enum EnvelopeKind
{
    /// <summary>A message; a request if it carries the number of an ask.</summary>
    Message,

    /// <summary>A timer of the receiver has fired: its generation.</summary>
    Timer,

    /// <summary>The answer to an ask: its number.</summary>
    Reply,

    /// <summary>An ask has waited long enough: its number.</summary>
    AskTimeout,

    /// <summary>An ask will never be answered: its number.</summary>
    AskDead,

    /// <summary>An external operation is done: its number.</summary>
    External,

    /// <summary>A watched actor has stopped: the number of the watch.</summary>
    Notice,

    /// <summary>The receiver goes on under another configuration: a message about what has changed.</summary>
    Reconfigure,

    /// <summary>The receiver is to run Init. No application delivery.</summary>
    Start,

    /// <summary>A child of the receiver has failed: the number of the failure. No application delivery.</summary>
    Failure,
}
