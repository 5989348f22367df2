namespace ActorIL.Actors.Hosts;

/// <summary>A step that is at work.</summary>
/// <param name="Path">The actor.</param>
/// <param name="Message">What it answers: the message's type and case, or Init, or what else it may be.</param>
public sealed record RunningStep(string Path, string Message);
