using System.Globalization;
using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Ordering;

/// <summary>The place of an envelope in the one total order of a run. No two envelopes share a key.</summary>
/// <param name="Tick">Virtual time, in environment steps.</param>
/// <param name="Micro">Round within the tick.</param>
/// <param name="To">The receiver.</param>
/// <param name="From">The sender; <see cref="ActorId.None"/> for what was released after being held or stashed.</param>
/// <param name="Sequence">The sender's own count, or the receiver's count of releases.</param>
public readonly record struct EnvelopeKey(long Tick, int Micro, ActorId To, ActorId From, long Sequence)
    : IComparable<EnvelopeKey>
{
    public int CompareTo(EnvelopeKey other)
    {
        var order = Tick.CompareTo(other.Tick);
        order = order != 0 ? order : Micro.CompareTo(other.Micro);
        order = order != 0 ? order : To.CompareTo(other.To);
        order = order != 0 ? order : From.CompareTo(other.From);
        return order != 0 ? order : Sequence.CompareTo(other.Sequence);
    }

    public static bool operator <(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) < 0;

    public static bool operator >(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EnvelopeKey left, EnvelopeKey right) => left.CompareTo(right) >= 0;

    /// <summary>As in <c>12.3 ab..→cd..#7</c>: tick, micro, sender, receiver, sequence.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Tick}.{Micro} {From}->{To}#{Sequence}");
}
