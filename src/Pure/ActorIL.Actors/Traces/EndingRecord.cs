using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>How a run ended.</summary>
/// <param name="Outcome">completed, interrupted, broken-off, failed or faulted.</param>
/// <param name="Deliveries">Application deliveries.</param>
/// <param name="DeadLetters">Messages that nobody took.</param>
/// <param name="Chain">The chain over all deliveries.</param>
/// <param name="Digest">The digest of the run, hexadecimal; empty where there is no result.</param>
/// <param name="ResultDigest">The digest of its result, hexadecimal; empty where there is none.</param>
public sealed record EndingRecord(
    string Outcome,
    long Deliveries,
    long DeadLetters,
    ulong Chain,
    string Digest,
    string ResultDigest
) : IFields<EndingRecord>
{
    /// <summary>The outcome of a run that somebody stopped.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>The outcome of a run whose process was killed, as a repair of its trace says.</summary>
    public const string BrokenOff = "broken-off";

    public static TypeName Name => new("actoril.ending", 1);

    /// <summary>Whether the run could have gone on.</summary>
    public bool IsBreak => Outcome is Interrupted or BrokenOff;

    public static EndingRecord Fields<TVisitor>(scoped ref TVisitor visitor, EndingRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var outcome = value?.Outcome ?? "";
        var deliveries = value?.Deliveries ?? 0L;
        var deadLetters = value?.DeadLetters ?? 0L;
        var chain = value?.Chain ?? 0UL;
        var digest = value?.Digest ?? "";
        var resultDigest = value?.ResultDigest ?? "";
        visitor.Field(1, "outcome", ref outcome);
        visitor.Field(2, "deliveries", ref deliveries);
        visitor.Field(3, "dead_letters", ref deadLetters);
        visitor.Field(4, "chain", ref chain);
        visitor.Field(5, "digest", ref digest);
        visitor.Field(6, "result_digest", ref resultDigest);
        return TVisitor.Rebuilds ? new(outcome, deliveries, deadLetters, chain, digest, resultDigest) : value!;
    }
}
