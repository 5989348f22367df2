using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>A count that is changed where it stands.</summary>
internal sealed class InPlaceCount : IFields<InPlaceCount>, IInPlaceState<InPlaceCount>
{
    public static TypeName Name => new("test-in-place-count", 1);

    public long Count { get; set; }

    public InPlaceCount CopyTo(InPlaceCount? buffer)
    {
        var copy = buffer ?? new();
        copy.Count = Count;
        return copy;
    }

    public static InPlaceCount Fields<TVisitor>(scoped ref TVisitor visitor, InPlaceCount? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        visitor.Field(1, "count", ref count);
        return TVisitor.Rebuilds ? new() { Count = count } : value!;
    }
}
