namespace ActorIL.Actors.Ordering;

/// <summary>
/// All envelopes on their way: the round at hand, the next round of this tick, and one bucket for each later tick,
/// since what is sent with a delay arrives at the beginning of its tick.
/// </summary>
internal sealed class RoundQueue
{
    private readonly Dictionary<long, Bucket> _later = [];
    private readonly PriorityQueue<Bucket, long> _order = new();
    private readonly Stack<Bucket> _spare = new();

    // Kept out of the queue: most systems have one later tick at a time, and most sends go to the bucket of the one
    // before.
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

        var tick = checked(Tick + delayTicks);
        return _last is { } last && last.Tick == tick ? last : _last = At(tick);
    }

    /// <summary>Forgets the round at hand and takes the next; false when nothing is left.</summary>
    public bool Advance()
    {
        Current.Clear();
        if (Next.Count == 0 && !EnterNextTick())
        {
            return false;
        }

        (Current, Next) = (Next, Current);
        Micro++;
        return true;
    }

    /// <summary>
    /// Forgets the round at hand and makes one of a single envelope of this tick, which the caller picks.
    /// </summary>
    /// <param name="pick">Given all envelopes of the tick in key order; returns the index of one.</param>
    public bool AdvanceOne(Func<ReadOnlySpan<Envelope>, int> pick)
    {
        Current.Clear();
        if (Next.Count == 0 && !EnterNextTick())
        {
            return false;
        }

        Next.Sort();
        Next.MoveTo(Current, pick(Next.Items));
        Micro++;
        return true;
    }

    /// <summary>What is on its way, soonest first: the next round of this tick, then the later ticks.</summary>
    public IEnumerable<Bucket> Pending()
    {
        yield return Next;
        if (_soonest is { } soonest)
        {
            yield return soonest;
        }

        foreach (var (bucket, _) in _order.UnorderedItems.OrderBy(static item => item.Priority))
        {
            yield return bucket;
        }
    }

    /// <summary>Puts an empty queue behind the round of this tick and micro.</summary>
    public void StandAt(long tick, int micro) => (Tick, Micro) = (tick, micro);

    /// <summary>Makes the first round of the next tick the next round.</summary>
    private bool EnterNextTick()
    {
        if (_soonest is not { } bucket)
        {
            return false;
        }

        _spare.Push(Next);
        (Next, Tick, Micro, _last, _soonest) = (bucket, bucket.Tick, -1, null, null);
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
