using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>An ask or external operation without an outcome.</summary>
/// <param name="Number">Its number among the actor's own.</param>
/// <param name="Tag">The behaviour's name for its kind.</param>
/// <param name="Target">Who was asked; nobody for an external operation.</param>
public sealed record RequestSnapshot(long Number, int Tag, ActorId Target) : IFields<RequestSnapshot>
{
    public static TypeName Name => new("actoril.request", 1);

    public static RequestSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, RequestSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var number = value?.Number ?? 0L;
        var tag = value?.Tag ?? 0;
        var target = value?.Target ?? default;
        visitor.Field(1, "number", ref number);
        visitor.Field(2, "tag", ref tag);
        AddressFields.Field(ref visitor, 3, "target", ref target);
        return TVisitor.Rebuilds ? new(number, tag, target) : value!;
    }
}
