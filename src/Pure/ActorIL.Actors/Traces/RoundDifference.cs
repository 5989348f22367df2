using System.Collections.Immutable;

namespace ActorIL.Actors.Traces;

/// <summary>The first difference between two accounts of the same stretch of a run.</summary>
/// <param name="Class">What kind of difference.</param>
/// <param name="Recorded">The delivery as the trace has it; null for one it does not have.</param>
/// <param name="Recomputed">The delivery as the code makes it; null for one it does not make.</param>
internal sealed record RoundDifference(DivergenceClass Class, DeliveryRecord? Recorded, DeliveryRecord? Recomputed)
{
    /// <summary>
    /// Deliveries on either side that tell enough; fewer than half as many mean that the run ends there.
    /// </summary>
    public const int LookaheadCount = 256;

    /// <summary>
    /// Compares deliveries in order; null where they are the same. The lists begin at the same ordinal and reach a
    /// little beyond the first difference, so that what moved is told from what is gone.
    /// </summary>
    /// <param name="recorded">From the trace.</param>
    /// <param name="recomputed">From the code.</param>
    public static RoundDifference? Between(
        ImmutableArray<DeliveryRecord> recorded,
        ImmutableArray<DeliveryRecord> recomputed
    )
    {
        for (var i = 0; i < Math.Max(recorded.Length, recomputed.Length); i++)
        {
            var history = i < recorded.Length ? recorded[i] : null;
            var code = i < recomputed.Length ? recomputed[i] : null;
            if (history is null)
            {
                return new(DivergenceClass.Extra, null, code);
            }

            if (code is null)
            {
                return new(DivergenceClass.Missing, history, null);
            }

            if (!AreSame(history, code))
            {
                return Classified(history, code, recorded[i..], recomputed[i..]);
            }
        }

        return null;
    }

    /// <summary>Whether two accounts of a delivery agree in everything a digest sees, and in its cause.</summary>
    public static bool AreSame(DeliveryRecord recorded, DeliveryRecord recomputed) =>
        recorded.Key == recomputed.Key
        && recorded.PayloadHash == recomputed.PayloadHash
        && recorded.Cause == recomputed.Cause
        && recorded.IsExternal == recomputed.IsExternal;

    private static RoundDifference Classified(
        DeliveryRecord history,
        DeliveryRecord code,
        ImmutableArray<DeliveryRecord> recorded,
        ImmutableArray<DeliveryRecord> recomputed
    )
    {
        if (history.Key == code.Key && HaveSameContent(history, code))
        {
            // Another cause, or from outside on one side alone.
            return new(DivergenceClass.Payload, history, code);
        }

        var round = TimeOf(history).CompareTo(TimeOf(code)) <= 0 ? TimeOf(history) : TimeOf(code);
        var gone = FirstUnmatched(recorded, recomputed, round);
        var added = FirstUnmatched(recomputed, recorded, round);
        return gone is null && added is null ? new(DivergenceClass.Reordered, history, code)
            : gone is not null && IsElsewhere(gone, recorded, recomputed) is { } later
                ? new(DivergenceClass.Timing, gone, later)
            : added is not null && IsElsewhere(added, recomputed, recorded) is { } before
                ? new(DivergenceClass.Timing, before, added)
            : gone is null ? new(DivergenceClass.Extra, null, added)
            : added is null ? new(DivergenceClass.Missing, gone, null)
            : Changed(gone, added);
    }

    /// <summary>One side has this to itself, and the other that: one changed message, or two.</summary>
    private static RoundDifference Changed(DeliveryRecord gone, DeliveryRecord added) =>
        gone.From == added.From && gone.To == added.To
            ? gone.PayloadHash == 0 || added.PayloadHash == 0
                ? new(DivergenceClass.Failure, gone, added)
                : new(DivergenceClass.Payload, gone, added)
            : gone.Key < added.Key
                ? new(DivergenceClass.Missing, gone, null)
                : new(DivergenceClass.Extra, null, added);

    /// <summary>
    /// The first delivery of a round whose content the other side does not have there, or has less often.
    /// </summary>
    private static DeliveryRecord? FirstUnmatched(
        ImmutableArray<DeliveryRecord> own,
        ImmutableArray<DeliveryRecord> others,
        (long Tick, int Micro) round
    )
    {
        var left = others.Where(other => TimeOf(other) == round).ToList();
        foreach (var delivery in own.Where(delivery => TimeOf(delivery) == round))
        {
            // One of the same sequence is the same envelope; another one stands for it where that is not there.
            var index = left.FindIndex(other =>
                HaveSameContent(delivery, other) && delivery.Sequence == other.Sequence
            );
            index = index >= 0 ? index : left.FindIndex(other => HaveSameContent(delivery, other));
            if (index < 0)
            {
                return delivery;
            }

            left.RemoveAt(index);
        }

        return null;
    }

    /// <summary>
    /// The same content at another time on the other side, where it comes equally often on both: then it has moved, and
    /// was neither dropped nor added.
    /// </summary>
    private static DeliveryRecord? IsElsewhere(
        DeliveryRecord moved,
        ImmutableArray<DeliveryRecord> own,
        ImmutableArray<DeliveryRecord> others
    )
    {
        var horizon = Horizon(own, others);
        var here = own.Where(delivery => IsLike(delivery, moved, horizon)).ToArray();
        var there = others.Where(delivery => IsLike(delivery, moved, horizon)).ToArray();
        return here.Length == there.Length
            ? there.FirstOrDefault(other => here.All(delivery => TimeOf(delivery) != TimeOf(other)))
            : null;
    }

    private static bool IsLike(DeliveryRecord delivery, DeliveryRecord moved, (long Tick, int Micro) horizon) =>
        HaveSameContent(delivery, moved) && TimeOf(delivery).CompareTo(horizon) < 0;

    // In the round in which a list was cut, and beyond it, nothing can be counted.
    private static (long Tick, int Micro) Horizon(
        ImmutableArray<DeliveryRecord> own,
        ImmutableArray<DeliveryRecord> others
    )
    {
        var (one, other) = (End(own), End(others));
        return one.CompareTo(other) < 0 ? one : other;
    }

    private static (long Tick, int Micro) End(ImmutableArray<DeliveryRecord> deliveries) =>
        deliveries.Length < LookaheadCount / 2 ? (long.MaxValue, 0) : TimeOf(deliveries[^1]);

    private static (long Tick, int Micro) TimeOf(DeliveryRecord delivery) => (delivery.Tick, delivery.Micro);

    private static bool HaveSameContent(DeliveryRecord one, DeliveryRecord other) =>
        one.From == other.From && one.To == other.To && one.PayloadHash == other.PayloadHash;
}
