using ActorIL.Actors.Ordering;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>A message on its way, or waiting at its receiver.</summary>
/// <param name="Key">Its place in the order; tick −1 for one that waits.</param>
/// <param name="SentAs">The key it was first sent under; the same as its key if it never had another.</param>
/// <param name="Cause">Ordinal of the delivery whose step sent it.</param>
/// <param name="SentTick">The tick of the step that sent it.</param>
/// <param name="SentMicro">The round of that tick.</param>
/// <param name="Number">What its kind says.</param>
/// <param name="Kind">What it is to its receiver.</param>
/// <param name="UsesCredit">Whether it counts against the credit of its sender.</param>
/// <param name="Body">What it holds.</param>
public sealed record EnvelopeSnapshot(
    EnvelopeKey Key,
    EnvelopeKey SentAs,
    long Cause,
    long SentTick,
    int SentMicro,
    long Number,
    EnvelopeKind Kind,
    bool UsesCredit,
    BodySnapshot Body
) : IFields<EnvelopeSnapshot>
{
    public static TypeName Name => new("actoril.envelope", 1);

    public static EnvelopeSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, EnvelopeSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var key = value?.Key ?? default;
        var sentAs = value?.SentAs ?? default;
        var cause = value?.Cause ?? 0L;
        var sentTick = value?.SentTick ?? 0L;
        var sentMicro = value?.SentMicro ?? 0;
        var number = value?.Number ?? 0L;
        var kind = (int)(value?.Kind ?? default);
        var usesCredit = value?.UsesCredit ?? false;
        var body = value?.Body;
        visitor.Record(1, "key", ref key);
        visitor.Record(2, "sent_as", ref sentAs);
        visitor.Field(3, "cause", ref cause);
        visitor.Field(4, "number", ref number);
        visitor.Field(5, "kind", ref kind);
        visitor.Field(6, "uses_credit", ref usesCredit);
        visitor.Record(7, "body", ref body);
        visitor.Field(8, "sent_tick", ref sentTick);
        visitor.Field(9, "sent_micro", ref sentMicro);
        return TVisitor.Rebuilds
            ? new(
                key,
                sentAs,
                cause,
                sentTick,
                sentMicro,
                number,
                (EnvelopeKind)kind,
                usesCredit,
                body ?? BodySnapshot.None
            )
            : value!;
    }
}
