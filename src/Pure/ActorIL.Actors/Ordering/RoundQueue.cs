namespace ActorIL.Actors.Ordering;

/// <summary>
/// All envelopes on their way: the round at hand, the next round of this tick, and one bucket for each later tick, since
/// what is sent with a delay arrives at the beginning of its tick.
/// </summary>
internal sealed class RoundQueue
{
    private readonly Dictionary<long, Bucket> _later = [];
    private readonly PriorityQueue<Bucket, long> _order = new();
    private readonly Stack<Bucket> _spare = new();
    private Bucket? _last;

    public Bucket Current { get; private set; } = new();

    public Bucket Next { get; private set; } = new();

    public long Tick { get; private set; }

    /// <summary>Before the first round −1, so that the root starts at tick 0, micro 0.</summary>
    public int Micro { get; private set; } = -1;

    /// <summary>Envelopes on their way, those of the round at hand included.</summary>
    public int Count => Current.Count + Next.Count + _later.Values.Sum(static bucket => bucket.Count);

    /// <summary>Puts an envelope into the next round, or into the first one of a later tick.</summary>
    public void Add(in Envelope envelope, long delayTicks)
    {
        var bucket = delayTicks == 0 ? Next : At(Tick + delayTicks);
        bucket.Add(in envelope);
    }

    /// <summary>Forgets the round at hand and takes the next; false when nothing is left.</summary>
    public bool Advance()
    {
        Current.Clear();
        if (Next.Count > 0)
        {
            (Current, Next) = (Next, Current);
            Micro++;
            return true;
        }

        if (!_order.TryDequeue(out var bucket, out var tick))
        {
            return false;
        }

        _later.Remove(tick);
        _last = null;
        _spare.Push(Current);
        (Current, Tick, Micro) = (bucket, tick, 0);
        return true;
    }

    private Bucket At(long tick)
    {
        if (_last is { } last && last.Tick == tick)
        {
            return last;
        }

        if (!_later.TryGetValue(tick, out var bucket))
        {
            bucket = _spare.TryPop(out var spare) ? spare : new();
            bucket.Tick = tick;
            _later.Add(tick, bucket);
            _order.Enqueue(bucket, tick);
        }

        return _last = bucket;
    }
}
