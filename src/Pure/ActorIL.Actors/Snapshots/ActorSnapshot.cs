using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>One living actor.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parent">Its parent; nobody for the root.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path.</param>
/// <param name="Behavior">Name and version of what it does.</param>
/// <param name="IsStarted">Whether it has a state.</param>
/// <param name="State">Canonical bytes of its state.</param>
/// <param name="Condition">Counters and flags.</param>
/// <param name="Mail">What waits at it.</param>
/// <param name="Ties">What it has open.</param>
public sealed record ActorSnapshot(
    ActorId Id,
    ActorId Parent,
    string Name,
    string Path,
    string Behavior,
    bool IsStarted,
    ImmutableArray<byte> State,
    ActorCondition Condition,
    ActorMail Mail,
    ActorTies Ties
) : IFields<ActorSnapshot>
{
    static TypeName IFields<ActorSnapshot>.Name => new("actoril.actor", 1);

    public static ActorSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, ActorSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var id = value?.Id ?? default;
        var parent = value?.Parent ?? default;
        var name = value?.Name ?? "";
        var path = value?.Path ?? "";
        var behavior = value?.Behavior ?? "";
        var isStarted = value?.IsStarted ?? false;
        var state = value?.State ?? [];
        var condition = value?.Condition;
        var mail = value?.Mail;
        var ties = value?.Ties;
        AddressFields.Field(ref visitor, 1, "id", ref id);
        AddressFields.Field(ref visitor, 2, "parent", ref parent);
        visitor.Field(3, "name", ref name);
        visitor.Field(4, "path", ref path);
        visitor.Field(5, "behavior", ref behavior);
        visitor.Field(6, "is_started", ref isStarted);
        visitor.Field(7, "state", ref state);
        visitor.Record(8, "condition", ref condition);
        visitor.Record(9, "mail", ref mail);
        visitor.Record(10, "ties", ref ties);
        return TVisitor.Rebuilds
            ? new(
                id,
                parent,
                name,
                path,
                behavior,
                isStarted,
                state,
                condition ?? ActorCondition.None,
                mail ?? ActorMail.None,
                ties ?? ActorTies.None
            )
            : value!;
    }
}
