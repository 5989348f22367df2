using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>What one actor has open with another: an ask it owes an answer to, or somebody who watches it.</summary>
/// <param name="Actor">The other actor.</param>
/// <param name="Number">The other actor's own number of it.</param>
public sealed record TieSnapshot(ActorId Actor, long Number) : IFields<TieSnapshot>
{
    public static TypeName Name => new("actoril.tie", 1);

    public static TieSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, TieSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var actor = value?.Actor ?? default;
        var number = value?.Number ?? 0L;
        AddressFields.Field(ref visitor, 1, "actor", ref actor);
        visitor.Field(2, "number", ref number);
        return TVisitor.Rebuilds ? new(actor, number) : value!;
    }
}
