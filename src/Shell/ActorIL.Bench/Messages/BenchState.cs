using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>How many messages an actor has taken, and whom it sends to.</summary>
public readonly record struct BenchState(long Count, ActorRef<BenchMessage> Other) : IFields<BenchState>
{
    public static TypeName Name => new("bench-state", 1);

    public static BenchState Fields<TVisitor>(scoped ref TVisitor visitor, BenchState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (count, other) = value;
        visitor.Field(1, "count", ref count);
        AddressFields.Field(ref visitor, 2, "other", ref other);
        return TVisitor.Rebuilds ? new(count, other) : value;
    }
}
