using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>What one actor may send to another, where that is not what it may send to anybody.</summary>
/// <param name="To">The receiver.</param>
/// <param name="OutstandingCount">Messages sent and not yet handed to the receiver's behaviour.</param>
/// <param name="GrantedCount">Messages that may still be sent; 0 where nothing was granted.</param>
/// <param name="IsGranted">Whether the receiver has granted credit.</param>
/// <param name="IsGrantStale">Whether the receiver has started anew since.</param>
/// <param name="IsResolved">Whether the sender has found the receiver.</param>
public sealed record EdgeSnapshot(
    ActorId To,
    long OutstandingCount,
    long GrantedCount,
    bool IsGranted,
    bool IsGrantStale,
    bool IsResolved
) : IFields<EdgeSnapshot>
{
    public static TypeName Name => new("actoril.edge", 1);

    public static EdgeSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, EdgeSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var to = value?.To ?? default;
        var outstandingCount = value?.OutstandingCount ?? 0L;
        var grantedCount = value?.GrantedCount ?? 0L;
        var isGranted = value?.IsGranted ?? false;
        var isGrantStale = value?.IsGrantStale ?? false;
        var isResolved = value?.IsResolved ?? false;
        AddressFields.Field(ref visitor, 1, "to", ref to);
        visitor.Field(2, "outstanding_count", ref outstandingCount);
        visitor.Field(3, "granted_count", ref grantedCount);
        visitor.Field(4, "is_granted", ref isGranted);
        visitor.Field(5, "is_grant_stale", ref isGrantStale);
        visitor.Field(6, "is_resolved", ref isResolved);
        return TVisitor.Rebuilds
            ? new(to, outstandingCount, grantedCount, isGranted, isGrantStale, isResolved)
            : value!;
    }
}
