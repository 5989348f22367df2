using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>A watch, on the watcher's side.</summary>
/// <param name="Target">Who is watched.</param>
/// <param name="Number">Tells it from an earlier watch of the same actor.</param>
/// <param name="Notice">Canonical bytes of the message it becomes.</param>
public sealed record WatchSnapshot(ActorId Target, long Number, ImmutableArray<byte> Notice) : IFields<WatchSnapshot>
{
    public static TypeName Name => new("actoril.watch", 1);

    public static WatchSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, WatchSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var target = value?.Target ?? default;
        var number = value?.Number ?? 0L;
        var notice = value?.Notice ?? [];
        AddressFields.Field(ref visitor, 1, "target", ref target);
        visitor.Field(2, "number", ref number);
        visitor.Field(3, "notice", ref notice);
        return TVisitor.Rebuilds ? new(target, number, notice) : value!;
    }
}
