using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Ordering;

/// <summary>The place of an envelope in the one total order of a run. No two envelopes share a key.</summary>
/// <param name="Tick">Virtual time, in environment steps.</param>
/// <param name="Micro">Round within the tick.</param>
/// <param name="To">The receiver.</param>
/// <param name="From">The sender; <see cref="ActorId.None"/> for what was released after being held or stashed.</param>
/// <param name="Sequence">The sender's own count, or the receiver's count of releases.</param>
public readonly record struct EnvelopeKey(long Tick, int Micro, ActorId To, ActorId From, long Sequence)
    : IComparable<EnvelopeKey>,
        IFields<EnvelopeKey>
{
    public static TypeName Name => new("actoril.envelope-key", 1);

    public int CompareTo(EnvelopeKey other)
    {
        var order = Tick.CompareTo(other.Tick);
        order = order != 0 ? order : Micro.CompareTo(other.Micro);
        order = order != 0 ? order : To.CompareTo(other.To);
        order = order != 0 ? order : From.CompareTo(other.From);
        return order != 0 ? order : Sequence.CompareTo(other.Sequence);
    }

    public static EnvelopeKey Fields<TVisitor>(scoped ref TVisitor visitor, EnvelopeKey value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (tick, micro, to, from, sequence) = value;
        visitor.Field(1, "tick", ref tick);
        visitor.Field(2, "micro", ref micro);
        AddressFields.Field(ref visitor, 3, "to", ref to);
        AddressFields.Field(ref visitor, 4, "from", ref from);
        visitor.Field(5, "sequence", ref sequence);
        return TVisitor.Rebuilds ? new(tick, micro, to, from, sequence) : value;
    }

    public static bool operator <(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) < 0;

    public static bool operator >(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) >= 0;

    /// <summary>As in <c>12.3 ab..→cd..#7</c>: tick, micro, sender, receiver, sequence.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Tick}.{Micro} {From}->{To}#{Sequence}");
}
