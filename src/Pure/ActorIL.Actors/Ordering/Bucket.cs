using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Ordering;

/// <summary>The envelopes of one round, in a reused array.</summary>
internal sealed class Bucket
{
    private static readonly Comparison<Envelope> KeyOrder = static (left, right) => left.CompareTo(in right);

    private Envelope[] _items = new Envelope[4];
    private bool _isSorted = true;

    public int Count { get; private set; }

    /// <summary>The tick whose round this is.</summary>
    public long Tick { get; set; }

    /// <summary>Whether results from outside have to be waited for before the round.</summary>
    public bool HasExternal { get; private set; }

    public Span<Envelope> Items => _items.AsSpan(0, Count);

    /// <summary>A new envelope of this key, to be filled in place.</summary>
    public ref Envelope Add(ActorId to, ActorId from, long sequence)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        ref var envelope = ref _items[Count];
        envelope.To = to;
        envelope.From = from;
        envelope.Sequence = sequence;

        // Most rounds are appended in order: senders commit in order, and each to few receivers.
        _isSorted = _isSorted && (Count == 0 || _items[Count - 1].CompareTo(in envelope) < 0);
        Count++;
        return ref envelope;
    }

    /// <summary>Says that the round has to wait for results from outside.</summary>
    public void MarkExternal() => HasExternal = true;

    public void Sort()
    {
        if (!_isSorted)
        {
            Items.Sort(KeyOrder);
            _isSorted = true;
        }
    }

    /// <summary>Empties the bucket and lets go of the bodies.</summary>
    public void Clear()
    {
        foreach (ref var envelope in Items)
        {
            envelope = default;
        }

        Count = 0;
        _isSorted = true;
        HasExternal = false;
    }
}
