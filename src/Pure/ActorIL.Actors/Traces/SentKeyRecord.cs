using ActorIL.Actors.Ordering;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>The key an envelope was first sent under, recorded where it was held or stashed since.</summary>
/// <param name="Tick">Virtual time.</param>
/// <param name="Micro">Round within the tick.</param>
/// <param name="From">The sender's id.</param>
/// <param name="Sequence">The sender's own count.</param>
public sealed record SentKeyRecord(long Tick, int Micro, ulong From, long Sequence) : IFields<SentKeyRecord>
{
    public static TypeName Name => new("actoril.sent-key", 1);

    /// <summary>Null where the envelope arrived under the key it was sent under.</summary>
    public static SentKeyRecord? Of(in EnvelopeKey key, in EnvelopeKey sentAs) =>
        key == sentAs ? null : new(sentAs.Tick, sentAs.Micro, sentAs.From.Value, sentAs.Sequence);

    public static SentKeyRecord Fields<TVisitor>(scoped ref TVisitor visitor, SentKeyRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var tick = value?.Tick ?? 0L;
        var micro = value?.Micro ?? 0;
        var from = value?.From ?? 0UL;
        var sequence = value?.Sequence ?? 0L;
        visitor.Field(1, "tick", ref tick);
        visitor.Field(2, "micro", ref micro);
        visitor.Field(3, "from", ref from);
        visitor.Field(4, "sequence", ref sequence);
        return TVisitor.Rebuilds ? new(tick, micro, from, sequence) : value!;
    }
}
