using System.Collections.Immutable;

namespace ActorIL.Actors.Traces;

/// <summary>The first difference between two accounts of the same stretch of a run.</summary>
/// <param name="Class">What kind of difference.</param>
/// <param name="Recorded">The delivery as the trace has it; null for one it does not have.</param>
/// <param name="Recomputed">The delivery as the code makes it; null for one it does not make.</param>
public sealed record RoundDifference(DivergenceClass Class, DeliveryRecord? Recorded, DeliveryRecord? Recomputed)
{
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
        if (history.Key == code.Key)
        {
            return IsMoved(history, recomputed, recorded)
                ? new(DivergenceClass.Reordered, history, code)
                : new(DivergenceClass.Payload, history, code);
        }

        var later = recomputed.FirstOrDefault(other => IsSameEnvelope(history, other));
        var earlier = recorded.FirstOrDefault(other => IsSameEnvelope(code, other));
        if (later is not null && (later.Tick, later.Micro) != (history.Tick, history.Micro))
        {
            return new(DivergenceClass.Timing, history, later);
        }

        if (earlier is not null && (earlier.Tick, earlier.Micro) != (code.Tick, code.Micro))
        {
            return new(DivergenceClass.Timing, earlier, code);
        }

        if (later is not null && earlier is not null)
        {
            return new(DivergenceClass.Reordered, history, code);
        }

        // The side that has something to itself has it first in the order of keys.
        return later is null && (earlier is not null || history.Key < code.Key)
            ? new(DivergenceClass.Missing, history, null)
            : new(DivergenceClass.Extra, null, code);
    }

    /// <summary>
    /// Whether the content stands under another sequence of the same sender on the other side, and the other way round.
    /// </summary>
    private static bool IsMoved(
        DeliveryRecord history,
        ImmutableArray<DeliveryRecord> recomputed,
        ImmutableArray<DeliveryRecord> recorded
    ) =>
        recomputed[0].PayloadHash != history.PayloadHash
        && recomputed.Skip(1).Any(other => HasSameContent(history, other))
        && recorded.Skip(1).Any(other => HasSameContent(recomputed[0], other));

    private static bool HasSameContent(DeliveryRecord one, DeliveryRecord other) =>
        one.From == other.From && one.To == other.To && one.PayloadHash == other.PayloadHash;

    private static bool IsSameEnvelope(DeliveryRecord one, DeliveryRecord other) =>
        one.From == other.From
        && one.To == other.To
        && one.Sequence == other.Sequence
        && one.PayloadHash == other.PayloadHash;
}
