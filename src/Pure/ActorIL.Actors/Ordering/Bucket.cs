using System.Runtime.CompilerServices;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Envelope At(int index) => ref _items[index];

    /// <summary>A new envelope of this key, to be filled in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Envelope Add(ActorId to, ActorId from, long sequence)
    {
        var index = Count;
        var items = _items;
        if (index == items.Length)
        {
            items = Grow();
        }

        ref var envelope = ref items[index];
        envelope.To = to;
        envelope.From = from;
        envelope.Sequence = sequence;

        // Most rounds are appended in order: senders commit in order, and each to few receivers.
        if (index > 0 && !items[index - 1].Precedes(in envelope))
        {
            _isSorted = false;
        }

        Count = index + 1;
        return ref envelope;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Envelope[] Grow()
    {
        Array.Resize(ref _items, 2 * _items.Length);
        return _items;
    }

    /// <summary>Says that the round has to wait for results from outside.</summary>
    public void MarkExternal() => HasExternal = true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sort()
    {
        if (!_isSorted)
        {
            SortItems();
        }
    }

    private void SortItems()
    {
        Items.Sort(KeyOrder);
        _isSorted = true;
    }

    /// <summary>Moves one envelope into another bucket.</summary>
    public void MoveTo(Bucket other, int index)
    {
        ref var envelope = ref _items[index];
        other.Add(envelope.To, envelope.From, envelope.Sequence) = envelope;
        other.HasExternal = envelope.Kind == EnvelopeKind.External;
        Count--;
        envelope = _items[Count];
        _items[Count] = default;
        _isSorted = Count < 2;
    }

    /// <summary>Empties the bucket and lets go of the bodies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Clear()
    {
        for (var i = 0; i < Count; i++)
        {
            _items[i] = default;
        }

        Count = 0;
        _isSorted = true;
        HasExternal = false;
    }
}
