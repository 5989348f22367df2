using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>Items that wait for others, in the order they came.</summary>
public sealed record PendingItems<T>(ImmutableArray<T> Items) : IFields<PendingItems<T>>
    where T : IFields<T>
{
    public static TypeName Name => new($"pending-{T.Name.Name}", 1);

    public static PendingItems<T> Fields<TVisitor>(scoped ref TVisitor visitor, PendingItems<T>? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var items = value?.Items ?? [];
        visitor.Records(1, "items", ref items);
        return TVisitor.Rebuilds ? new(items) : value!;
    }
}
