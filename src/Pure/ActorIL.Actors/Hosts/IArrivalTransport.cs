namespace ActorIL.Actors.Hosts;

/// <summary>
/// What a free-running host does with what has happened. Called while the host's own lock is held, in the order in
/// which things happen; nothing here may wait.
/// </summary>
public interface IArrivalTransport
{
    /// <summary>An actor begins, in a step of its parent; its start is sent next.</summary>
    void Begun(HostedActor actor);

    /// <summary>An actor has ended: what is still carried to it comes to <see cref="ArrivalKernel.Lose"/>.</summary>
    void Ended(HostedActor actor);

    /// <summary>An actor is told of another's end from here on, by a notice.</summary>
    void Watched(HostedActor watcher, HostedActor target);

    /// <summary>And no more.</summary>
    void Unwatched(HostedActor watcher, HostedActor target);

    /// <summary>Carries something to an actor that lives, in order for each pair of actors.</summary>
    void Send(ArrivalEnvelope envelope);
}
