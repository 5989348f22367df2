namespace ActorIL.Actors.Tests.Scripted;

/// <summary>What a scripted actor can be ordered to do.</summary>
internal enum ActKind
{
    Tell,
    Ask,
    Reply,
    Spawn,
    Stop,
    StopSelf,
    Throw,
    Watch,
    Unwatch,
    SetTimer,
    CancelTimer,
    Stash,
    Unstash,
    Credit,
    Perform,
    Metric,
    Draw,
}
