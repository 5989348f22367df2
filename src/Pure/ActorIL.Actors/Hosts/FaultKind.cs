namespace ActorIL.Actors.Hosts;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>
    /// The step is lost after it ran: state and outbox are put back and the envelope delivered again. Leaves no trace
    /// in the chain.
    /// </summary>
    Crash,

    /// <summary>The behaviour throws: part of history, answered by its supervisor.</summary>
    Failure,

    /// <summary>
    /// The result of an operation outside comes some ticks later than its declared latency. Ticks are part of history,
    /// so the digest is another one.
    /// </summary>
    DelayResult,

    /// <summary>
    /// The result of an operation outside comes a second time, some ticks after the first. The operation has had its
    /// outcome by then: the second one is a dead letter, never a message.
    /// </summary>
    DuplicateResult,
}
