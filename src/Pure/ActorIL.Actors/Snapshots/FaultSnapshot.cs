using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>What one path of a fault plan has seen.</summary>
/// <param name="Path">The path.</param>
/// <param name="DeliveryIndex">Application deliveries to it.</param>
/// <param name="IsInitSeen">Whether an actor there has run Init.</param>
public sealed record FaultSnapshot(string Path, long DeliveryIndex, bool IsInitSeen) : IFields<FaultSnapshot>
{
    public static TypeName Name => new("actoril.fault-count", 1);

    public static FaultSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, FaultSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var path = value?.Path ?? "";
        var deliveryIndex = value?.DeliveryIndex ?? 0L;
        var isInitSeen = value?.IsInitSeen ?? false;
        visitor.Field(1, "path", ref path);
        visitor.Field(2, "delivery_index", ref deliveryIndex);
        visitor.Field(3, "is_init_seen", ref isInitSeen);
        return TVisitor.Rebuilds ? new(path, deliveryIndex, isInitSeen) : value!;
    }
}
