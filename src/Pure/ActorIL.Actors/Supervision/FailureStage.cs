namespace ActorIL.Actors.Supervision;

/// <summary>What an actor was doing when it failed.</summary>
public enum FailureStage
{
    Init,
    Message,
    Timer,
    AskOutcome,
    ExternalOutcome,
    Notice,
    Supervise,
    Reconfigure,
}
