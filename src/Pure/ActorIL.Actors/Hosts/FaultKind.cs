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
}
