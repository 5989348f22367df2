using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Execution;

/// <summary>
/// The planned faults of one path, and how many deliveries it has seen, whichever incarnation took them.
/// </summary>
internal sealed class FaultSchedule(IEnumerable<PlannedFault> faults)
{
    private readonly PlannedFault[] _faults = [.. faults];

    /// <summary>Application deliveries to the path so far.</summary>
    public long DeliveryIndex { get; private set; }

    /// <summary>Whether an actor of this path has run Init.</summary>
    public bool IsInitSeen { get; private set; }

    /// <summary>Goes on from where another schedule stood.</summary>
    public void Set(long deliveryIndex, bool isInitSeen) => (DeliveryIndex, IsInitSeen) = (deliveryIndex, isInitSeen);

    /// <summary>Counts one delivery and returns the index its faults are planned for.</summary>
    public long Next(bool isInit)
    {
        if (!isInit)
        {
            return ++DeliveryIndex;
        }

        var index = IsInitSeen ? -1 : 0;
        IsInitSeen = true;
        return index;
    }

    public bool Has(long deliveryIndex, FaultKind kind) => Has(deliveryIndex, kind, out _);

    public bool Has(long deliveryIndex, FaultKind kind, out long ticks)
    {
        foreach (var fault in _faults)
        {
            if (fault.DeliveryIndex == deliveryIndex && fault.Kind == kind)
            {
                ticks = fault.Ticks;
                return true;
            }
        }

        ticks = 0;
        return false;
    }
}
