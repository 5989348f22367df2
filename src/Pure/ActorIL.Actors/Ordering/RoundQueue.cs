using System.Numerics;
using System.Runtime.CompilerServices;

namespace ActorIL.Actors.Ordering;

/// <summary>
/// All envelopes on their way: the round at hand, the next round of this tick, and one bucket for each later tick,
/// since what is sent with a delay arrives at the beginning of its tick.
/// </summary>
/// <remarks>
/// Ticks within <see cref="NearTicks"/> have their buckets in a ring, with a bit for each that is in use, so that
/// finding the next tick is one instruction; later ones are found by number and ordered in a heap.
/// </remarks>
internal sealed class RoundQueue
{
    // One bit a tick.
    private const int NearTicks = 64;
    private readonly Bucket?[] _near = new Bucket?[NearTicks];
    private readonly Dictionary<long, Bucket> _later = [];
    private readonly PriorityQueue<Bucket, long> _order = new();
    private Bucket[] _spare = new Bucket[4];
    private int _spareCount;
    private ulong _isNearUsed;

    public Bucket Current { get; private set; } = new();

    public Bucket Next { get; private set; } = new();

    public long Tick { get; private set; }

    /// <summary>Before the first round −1, so that the root starts at tick 0, micro 0.</summary>
    public int Micro { get; private set; } = -1;

    /// <summary>Envelopes on their way, those of the round at hand included.</summary>
    public int Count => Current.Count + Pending().Sum(static bucket => bucket.Count);

    /// <summary>Where to put an envelope: the next round, or the first one of a later tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Bucket After(long delayTicks) => delayTicks == 0 ? Next : Later(delayTicks);

    /// <summary>Forgets the round at hand and takes the next; false when nothing is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Advance()
    {
        Current.Clear();
        if (Next.Count == 0)
        {
            return EnterNextTick();
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
        if (Next.Count == 0)
        {
            if (!EnterNextTick())
            {
                return false;
            }

            (Current, Next) = (Next, Current);
            Micro--;
        }

        Next.Sort();
        Next.MoveTo(Current, pick(Next.Items));
        Micro++;
        return true;
    }

    /// <summary>What is on its way, soonest first: the next round of this tick, then the later ticks.</summary>
    public IEnumerable<Bucket> Pending() =>
        _near
            .Where((_, slot) => (_isNearUsed >> slot & 1) != 0)
            .Select(static bucket => bucket!)
            .Concat(_order.UnorderedItems.Select(static item => item.Element))
            .OrderBy(static bucket => bucket.Tick)
            .Prepend(Next);

    /// <summary>Makes the round at hand one of a single envelope; nothing else may be on its way here.</summary>
    public void Take(in Envelope envelope, long tick)
    {
        (Tick, Micro) = (tick, tick == Tick ? Micro + 1 : 0);
        Current.Clear();
        Current.Add(envelope.To, envelope.From, envelope.Sequence) = envelope;
    }

    /// <summary>
    /// Gives all that is on its way to somebody else, soonest first, each with the tick it is due at.
    /// </summary>
    public void GiveAll(Action<Envelope, long> take)
    {
        foreach (var bucket in Pending().ToArray())
        {
            foreach (ref readonly var envelope in bucket.Items)
            {
                take(envelope, bucket == Next ? Tick : bucket.Tick);
            }

            bucket.Clear();
            if (bucket != Next)
            {
                Spare(bucket);
            }
        }

        _isNearUsed = 0;
        _later.Clear();
        _order.Clear();
    }

    /// <summary>Puts an empty queue behind the round of this tick and micro.</summary>
    public void StandAt(long tick, int micro) => (Tick, Micro) = (tick, micro);

    private Bucket Later(long delayTicks)
    {
        var tick = checked(Tick + delayTicks);
        if (delayTicks >= NearTicks || _later.Count > 0)
        {
            // A tick that was far when the first envelope was sent to it stays where it is.
            return Known(tick) ?? (delayTicks < NearTicks ? Near(tick) : Far(tick));
        }

        return Near(tick);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Bucket? Known(long tick) => _later.GetValueOrDefault(tick);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Bucket Near(long tick)
    {
        var slot = (int)tick & (NearTicks - 1);
        var bit = 1UL << slot;
        if ((_isNearUsed & bit) != 0)
        {
            return _near[slot]!;
        }

        _isNearUsed |= bit;
        return _near[slot] = Fresh(tick);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Bucket Far(long tick)
    {
        var bucket = Fresh(tick);
        _later.Add(tick, bucket);
        _order.Enqueue(bucket, tick);
        return bucket;
    }

    /// <summary>An empty bucket: the one used last, which is still in the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Bucket Fresh(long tick)
    {
        var bucket = _spareCount > 0 ? _spare[--_spareCount] : Made();
        bucket.Tick = tick;
        return bucket;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Bucket Made() => new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Spare(Bucket bucket)
    {
        if (_spareCount == _spare.Length)
        {
            EnlargeSpare();
        }

        _spare[_spareCount++] = bucket;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnlargeSpare() => Array.Resize(ref _spare, 2 * _spareCount);

    /// <summary>Takes up the first round of the next tick.</summary>
    private bool EnterNextTick()
    {
        var first = (int)(Tick + 1) & (NearTicks - 1);
        var distance = BitOperations.TrailingZeroCount(BitOperations.RotateRight(_isNearUsed, first));
        if (_later.Count > 0 && (_isNearUsed == 0 || _order.Peek().Tick < Tick + 1 + distance))
        {
            Spare(Current);
            Current = _order.Dequeue();
            _later.Remove(Current.Tick);
        }
        else if (_isNearUsed != 0)
        {
            var slot = (first + distance) & (NearTicks - 1);
            _isNearUsed &= ~(1UL << slot);
            Spare(Current);
            Current = _near[slot]!;
        }
        else
        {
            return false;
        }

        (Tick, Micro) = (Current.Tick, 0);
        return true;
    }
}
