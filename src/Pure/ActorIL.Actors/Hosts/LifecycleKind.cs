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
}
