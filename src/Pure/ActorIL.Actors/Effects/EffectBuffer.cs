using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Effects;

/// <summary>The memory behind an <see cref="Outbox"/>: owned by a host, or by a test that wants to read it.</summary>
public sealed class EffectBuffer
{
    private Effect[] _items = new Effect[64];
    private Edge?[] _edges = new Edge?[64];

    /// <summary>Effects appended since the last <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<Effect> Items => _items.AsSpan(0, Count);

    /// <summary>The number the next ask of the actor at work will have.</summary>
    internal long AskNumberNext { get; set; } = 1;

    /// <summary>Forgets everything, and lets go of the bodies.</summary>
    public void Clear()
    {
        Truncate(0);
    }

    internal void Append(in Effect effect)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
            Array.Resize(ref _edges, 2 * Count);
        }

        _items[Count++] = effect;
    }

    /// <summary>The pair of actors whose credit the Tell or Ask at an index has taken.</summary>
    internal ref Edge? EdgeOf(int index) => ref _edges[index];

    /// <summary>Discards what was appended after the first <paramref name="count"/> effects.</summary>
    internal void Truncate(int count)
    {
        Array.Clear(_items, count, Count - count);
        Array.Clear(_edges, count, Count - count);
        Count = count;
    }
}
