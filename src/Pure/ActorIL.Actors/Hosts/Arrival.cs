using System.Globalization;
using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// One envelope that was taken up. Receiver, sender and sequence tell it from every other one of a run.
/// </summary>
/// <param name="Tick">The receiver's virtual time.</param>
/// <param name="To">The receiver.</param>
/// <param name="From">The sender; nobody for what the kernel sent in nobody's name.</param>
/// <param name="Sequence">The sender's own count, or the receiver's count of what nobody sent.</param>
public readonly record struct Arrival(long Tick, ActorId To, ActorId From, long Sequence)
{
    /// <summary>As in <c>0123456789abcdef#7</c>: sender and sequence.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{From}#{Sequence}");

    /// <summary>The arrival that a place, a receiver and a tick say; null where the text is no place.</summary>
    public static Arrival? Of(long tick, ActorId to, string place)
    {
        var parts = place.Split('#');
        return
            parts.Length == 2
            && ulong.TryParse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new(tick, to, new(from), sequence)
            : null;
    }
}
