using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

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
) : IFields<Failure>
{
    public static TypeName Name => new("actoril.failure", 1);

    public static Failure Fields<TVisitor>(scoped ref TVisitor visitor, Failure value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (actor, origin, originPath, tick, stage, messageName, cause, text) = value;
        var stageNumber = (int)stage;
        AddressFields.Field(ref visitor, 1, "actor", ref actor);
        AddressFields.Field(ref visitor, 2, "origin", ref origin);
        visitor.Field(3, "origin_path", ref originPath);
        visitor.Field(4, "tick", ref tick);
        visitor.Field(5, "stage", ref stageNumber);
        visitor.Field(6, "message_name", ref messageName);
        visitor.Field(7, "cause", ref cause);
        visitor.Field(8, "text", ref text);
        return TVisitor.Rebuilds
            ? new(actor, origin, originPath, tick, (FailureStage)stageNumber, messageName, cause, text)
            : value;
    }
}
