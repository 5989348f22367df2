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

    // Kept out of the queue: most systems have one later tick at a time, and most sends go to the bucket of the one before.
    private Bucket? _soonest;
    private Bucket? _last;

    public Bucket Current { get; private set; } = new();

    public Bucket Next { get; private set; } = new();

    public long Tick { get; private set; }

    /// <summary>Before the first round −1, so that the root starts at tick 0, micro 0.</summary>
    public int Micro { get; private set; } = -1;

    /// <summary>Envelopes on their way, those of the round at hand included.</summary>
    public int Count =>
        Current.Count + Next.Count + (_soonest?.Count ?? 0) + _later.Values.Sum(static bucket => bucket.Count);

    /// <summary>Where to put an envelope: the next round, or the first one of a later tick.</summary>
    public Bucket After(long delayTicks)
    {
        if (delayTicks == 0)
        {
            return Next;
        }

        var tick = Tick + delayTicks;
        return _last is { } last && last.Tick == tick ? last : _last = At(tick);
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

        if (_soonest is not { } bucket)
        {
            return false;
        }

        _spare.Push(Current);
        (Current, Tick, Micro, _last, _soonest) = (bucket, bucket.Tick, 0, null, null);
        if (_order.TryDequeue(out var following, out var tick))
        {
            _later.Remove(tick);
            _soonest = following;
        }

        return true;
    }

    private Bucket At(long tick)
    {
        if (_soonest is not { } soonest)
        {
            return _soonest = Fresh(tick);
        }

        if (soonest.Tick == tick || _later.TryGetValue(tick, out soonest))
        {
            return soonest;
        }

        var bucket = Fresh(tick);
        if (tick < _soonest.Tick)
        {
            (bucket, _soonest) = (_soonest, bucket);
        }

        _later.Add(bucket.Tick, bucket);
        _order.Enqueue(bucket, bucket.Tick);
        return tick == _soonest.Tick ? _soonest : bucket;
    }

    private Bucket Fresh(long tick)
    {
        var bucket = _spare.TryPop(out var spare) ? spare : new();
        bucket.Tick = tick;
        return bucket;
    }
}
