using ActorIL.Actors.Ordering;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>Deliveries of one trace that wait for their counterpart, within bounded memory.</summary>
internal sealed class AlignmentWindow
{
    private const int CountMax = 65_536;
    private const long ByteCountMax = 32 * 1024 * 1024;

    private readonly SortedDictionary<EnvelopeKey, TraceEntry.Delivered> _waiting = [];
    private readonly Queue<EnvelopeKey> _order = [];
    private long _byteCount;

    /// <summary>Takes a delivery in; returns those that have waited for too long.</summary>
    public IEnumerable<TraceEntry.Delivered> Add(TraceEntry.Delivered delivered)
    {
        var left = new List<TraceEntry.Delivered>();
        var key = Identity(delivered);
        if (Remove(key) is { } earlier)
        {
            left.Add(earlier);
        }

        _waiting.Add(key, delivered);
        _order.Enqueue(key);
        _byteCount += delivered.Record.Payload.Length;
        while (_waiting.Count > CountMax || (_byteCount > ByteCountMax && _waiting.Count > 1) || IsStale)
        {
            if (Remove(_order.Dequeue()) is { } oldest)
            {
                left.Add(oldest);
            }
        }

        return left;
    }

    /// <summary>Takes the counterpart of a delivery out; null where it has none here.</summary>
    public TraceEntry.Delivered? Take(TraceEntry.Delivered counterpart) => Remove(Identity(counterpart));

    /// <summary>Everything that still waits, oldest first.</summary>
    public IEnumerable<TraceEntry.Delivered> Rest()
    {
        while (_order.TryDequeue(out var key))
        {
            if (Remove(key) is { } left)
            {
                yield return left;
            }
        }
    }

    // Keys of what was taken out stay in the queue until they are its oldest.
    private bool IsStale => _order.TryPeek(out var oldest) && !_waiting.ContainsKey(oldest);

    private TraceEntry.Delivered? Remove(EnvelopeKey key)
    {
        if (!_waiting.Remove(key, out var found))
        {
            return null;
        }

        _byteCount -= found.Record.Payload.Length;
        return found;
    }

    // Receiver, sender and sequence name a delivery whatever its time.
    private static EnvelopeKey Identity(TraceEntry.Delivered delivered) =>
        new(0, 0, new(delivered.Record.To), new(delivered.Record.From), delivered.Record.Sequence);
}
