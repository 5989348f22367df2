using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Execution;

/// <summary>
/// The planned faults of one path, and how many deliveries it has seen, whichever incarnation took them.
/// </summary>
internal sealed class FaultSchedule(IEnumerable<PlannedFault> faults)
{
    private readonly PlannedFault[] _faults = [.. faults];
    private long _deliveryIndex;
    private bool _isInitSeen;

    /// <summary>Counts one delivery and returns the index its faults are planned for.</summary>
    public long Next(bool isInit)
    {
        if (!isInit)
        {
            return ++_deliveryIndex;
        }

        var index = _isInitSeen ? -1 : 0;
        _isInitSeen = true;
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
