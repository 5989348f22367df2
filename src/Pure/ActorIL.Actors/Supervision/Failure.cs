using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Supervision;

/// <summary>A behaviour's failure, as its supervisor sees it. Not part of any digest.</summary>
/// <param name="Actor">The child that failed; after an escalation, the child that escalated.</param>
/// <param name="Origin">The actor where it began.</param>
/// <param name="OriginPath">The path of <paramref name="Origin"/>.</param>
/// <param name="Tick">When it began.</param>
/// <param name="Stage">What the actor was doing.</param>
/// <param name="MessageName">The type of the message at hand, empty for none.</param>
/// <param name="Cause">The type of the exception.</param>
/// <param name="Text">What it said.</param>
public readonly record struct Failure(
    ActorId Actor,
    ActorId Origin,
    string OriginPath,
    long Tick,
    FailureStage Stage,
    string MessageName,
    string Cause,
    string Text
);
