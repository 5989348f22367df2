namespace ActorIL.Actors.Hosts;

/// <summary>What can happen to an actor beside receiving messages.</summary>
public enum LifecycleKind
{
    Started,
    Stopped,
    Failed,
    Resumed,
    Restarted,
    Escalated,
    DeadLetter,
    InjectedCrash,
    InjectedFailure,

    /// <summary>
    /// In a run in order of arrival: an actor has taken up something that was no delivery, as its start. The detail is
    /// its place in the order of who sent it.
    /// </summary>
    Arrived,
}
