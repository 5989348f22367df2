using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Ordering;

/// <summary>A message on its way. Tick and micro are those of the bucket it lies in.</summary>
internal struct Envelope
{
    /// <summary>The message, or what becomes one at delivery.</summary>
    public object? Body;

    /// <summary>The pair of actors whose credit it uses; null for what the kernel sends.</summary>
    public Edge? Edge;

    /// <summary>The key it was sent under, where it has another one now.</summary>
    public SentKey? SentAs;

    public ActorId To;
    public ActorId From;
    public long Sequence;

    /// <summary>Ordinal of the delivery whose step sent it.</summary>
    public long Cause;

    /// <summary>What the kind says: the number of an ask, timer, watch or failure; 0 for a plain message.</summary>
    public long Number;

    /// <summary>The tick of the step that sent it.</summary>
    public long SentTick;

    /// <summary>The round of that tick; −1 for what began the run.</summary>
    public int SentMicro;

    public EnvelopeKind Kind;

    /// <summary>Who sent it, whatever it was re-keyed to.</summary>
    public readonly ActorId Sender => SentAs is { } key ? key.Key.From : From;

    /// <summary>Whether the receiver's behaviour is handed a message for it.</summary>
    public readonly bool IsApplication => Kind < EnvelopeKind.Start;

    /// <summary>Whether it comes before another of its round.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Precedes(in Envelope other) =>
        To == other.To
            ? From == other.From
                ? Sequence < other.Sequence
                : From < other.From
            : To < other.To;

    public readonly int CompareTo(in Envelope other)
    {
        var order = To.CompareTo(other.To);
        order = order != 0 ? order : From.CompareTo(other.From);
        return order != 0 ? order : Sequence.CompareTo(other.Sequence);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly EnvelopeKey KeyAt(long tick, int micro) => new(tick, micro, To, From, Sequence);
}
