using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(EffectKind kind, ActorId to, object? body, long delayTicks = 0, long number = 0, int tag = 0)
    {
        if (Count == _items.Length)
        {
            Enlarge();
        }

        // Filled in place: building the struct first and copying it would wait for its own stores.
        ref var effect = ref _items[Count++];
        effect.Kind = kind;
        effect.Tag = tag;
        effect.To = to;
        effect.Body = body;
        effect.DelayTicks = delayTicks;
        effect.Number = number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Enlarge()
    {
        Array.Resize(ref _items, 2 * Count);
        Array.Resize(ref _edges, 2 * Count);
    }

    /// <summary>The effect at an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly Effect At(int index) => ref _items[index];

    /// <summary>The pair of actors whose credit the Tell or Ask at an index has taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Edge? EdgeOf(int index) => ref _edges[index];

    /// <summary>Discards what was appended after the first <paramref name="count"/> effects.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Truncate(int count)
    {
        for (var i = count; i < Count; i++)
        {
            _items[i] = default;
            _edges[i] = null;
        }

        Count = count;
    }
}
