using System.Collections.Immutable;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>One application delivery as a trace holds it.</summary>
/// <remarks>
/// Its channel says the receiver's role and the message's type. In the schema of a channel the payload is a message of
/// that type, which on the wire is the same.
/// </remarks>
public sealed record DeliveryRecord : IFields<DeliveryRecord>
{
    /// <summary>The field number of <see cref="Payload"/>.</summary>
    public const int PayloadNumber = 15;

    public static TypeName Name => new("actoril.delivery", 1);

    /// <summary>Its number in the run, from 1.</summary>
    public required long Ordinal { get; init; }

    public required long Tick { get; init; }

    public required int Micro { get; init; }

    /// <summary>The receiver's id.</summary>
    public required ulong To { get; init; }

    /// <summary>The sender's id; 0 for what was released after being held or stashed.</summary>
    public required ulong From { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The ordinal of the delivery whose step sent it; 0 for what the start of the run sent.</summary>
    public required long Cause { get; init; }

    /// <summary>The hash of the canonical bytes of the whole payload, whatever part of it is recorded.</summary>
    public required ulong PayloadHash { get; init; }

    public required string ToPath { get; init; }

    /// <summary>The path of who sent it, whatever it was re-keyed to; empty for the kernel itself.</summary>
    public required string FromPath { get; init; }

    /// <summary>Null where it arrived under the key it was sent under.</summary>
    public required SentKeyRecord? SentAs { get; init; }

    /// <summary>Whether it brought something in from outside, which a replay takes from here.</summary>
    public required bool IsExternal { get; init; }

    /// <summary>The field number of the union's case; 0 for a message that is none.</summary>
    public required int Case { get; init; }

    /// <summary>
    /// Canonical bytes of the payload, or of the part that the level keeps; empty where it keeps none.
    /// </summary>
    public required ImmutableArray<byte> Payload { get; init; }

    public EnvelopeKey Key => new(Tick, Micro, new(To), new(From), Sequence);

    /// <summary>The key it was sent under.</summary>
    public EnvelopeKey SentKey =>
        SentAs is { } sent ? new(sent.Tick, sent.Micro, new(To), new(sent.From), sent.Sequence) : Key;

    public static DeliveryRecord Fields<TVisitor>(scoped ref TVisitor visitor, DeliveryRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var ordinal = value?.Ordinal ?? 0L;
        var tick = value?.Tick ?? 0L;
        var micro = value?.Micro ?? 0;
        var to = value?.To ?? 0UL;
        var from = value?.From ?? 0UL;
        var sequence = value?.Sequence ?? 0L;
        var cause = value?.Cause ?? 0L;
        var payloadHash = value?.PayloadHash ?? 0UL;
        var toPath = value?.ToPath ?? "";
        var fromPath = value?.FromPath ?? "";
        var sentAs = value?.SentAs;
        var isExternal = value?.IsExternal ?? false;
        var @case = value?.Case ?? 0;
        var payload = value?.Payload ?? [];
        visitor.Field(1, "ordinal", ref ordinal);
        visitor.Field(2, "tick", ref tick);
        visitor.Field(3, "micro", ref micro);
        visitor.Field(4, "to", ref to);
        visitor.Field(5, "from", ref from);
        visitor.Field(6, "sequence", ref sequence);
        visitor.Field(7, "cause", ref cause);
        visitor.Field(8, "payload_hash", ref payloadHash);
        visitor.Field(9, "to_path", ref toPath);
        visitor.Field(10, "from_path", ref fromPath);
        visitor.Record(11, "sent_as", ref sentAs);
        visitor.Field(12, "is_external", ref isExternal);
        visitor.Field(13, "case", ref @case);
        visitor.Field(PayloadNumber, "payload", ref payload);
        return TVisitor.Rebuilds
            ? new()
            {
                Ordinal = ordinal,
                Tick = tick,
                Micro = micro,
                To = to,
                From = from,
                Sequence = sequence,
                Cause = cause,
                PayloadHash = payloadHash,
                ToPath = toPath,
                FromPath = fromPath,
                SentAs = sentAs,
                IsExternal = isExternal,
                Case = @case,
                Payload = payload,
            }
            : value!;
    }
}
