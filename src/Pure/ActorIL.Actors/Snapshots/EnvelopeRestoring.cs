using System.Collections.Immutable;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Snapshots;

/// <summary>Makes the envelopes of a snapshot again, once every actor is there.</summary>
internal sealed class EnvelopeRestoring(ActorSystem system, Func<ulong, ParameterBlock?> blocks)
{
    /// <summary>The message of an actor's own type whose bytes these are, or why they are none.</summary>
    public static (object? Message, Error? Fault) Read(
        ActorCell cell,
        ImmutableArray<byte> bytes,
        Func<ulong, ParameterBlock?> blocks
    ) =>
        cell
            .MessageType.Read(bytes.AsSpan(), blocks)
            .Match<(object?, Error?)>(static message => (message, null), static error => (null, error));

    /// <summary>Adds envelopes that wait at their receiver.</summary>
    public Error? Add(ImmutableArray<EnvelopeSnapshot> kept, List<Envelope> waiting)
    {
        foreach (var one in kept)
        {
            var envelope = default(Envelope);
            if (Fill(ref envelope, one) is { } error)
            {
                return error;
            }

            waiting.Add(envelope);
        }

        return null;
    }

    /// <summary>Adds envelopes that are on their way.</summary>
    public Error? Queue(ImmutableArray<EnvelopeSnapshot> kept)
    {
        foreach (var one in kept)
        {
            var key = one.Key;
            var isNext = key.Tick == system.Tick && key.Micro == system.Micro + 1;
            if (!isNext && (key.Tick <= system.Tick || key.Micro != 0))
            {
                return Damaged(one, "a key that is past");
            }

            ref var envelope = ref system.Queue.After(key.Tick - system.Tick).Add(key.To, key.From, key.Sequence);
            if (Fill(ref envelope, one) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private Error? Fill(ref Envelope envelope, EnvelopeSnapshot kept)
    {
        (envelope.To, envelope.From, envelope.Sequence) = (kept.Key.To, kept.Key.From, kept.Key.Sequence);
        (envelope.Cause, envelope.Number, envelope.Kind) = (kept.Cause, kept.Number, kept.Kind);
        (envelope.SentTick, envelope.SentMicro) = (kept.SentTick, kept.SentMicro);
        envelope.SentAs = kept.SentAs == kept.Key ? null : new(kept.SentAs);
        if (!Enum.IsDefined(kept.Kind) || !Fits(kept.Kind, kept.Body.Form))
        {
            return Damaged(kept, $"an envelope of kind {kept.Kind} with a body of form {kept.Body.Form}");
        }

        if (kept.UsesCredit)
        {
            if (system.Actors.Find(envelope.Sender) is not { } sender)
            {
                return Damaged(kept, "credit of an actor that is not there");
            }

            envelope.Edge = sender.Edges.FindOrAdd(envelope.To);
        }

        var (body, fault) = Body(kept);
        envelope.Body = body;
        return fault is null ? null : fault with { Where = $"envelope {kept.Key}: {fault.Where}" };
    }

    private static bool Fits(EnvelopeKind kind, BodyForm form) =>
        kind switch
        {
            EnvelopeKind.Message => form is BodyForm.Message or BodyForm.Unread,
            EnvelopeKind.Reply or EnvelopeKind.External => form is BodyForm.Outcome or BodyForm.Lost,
            EnvelopeKind.Failure => form is BodyForm.Failure,
            EnvelopeKind.Reconfigure => false,
            EnvelopeKind.Timer
            or EnvelopeKind.AskTimeout
            or EnvelopeKind.AskDead
            or EnvelopeKind.Notice
            or EnvelopeKind.Start => form is BodyForm.None,
        };

    private (object? Body, Error? Fault) Body(EnvelopeSnapshot kept)
    {
        var body = kept.Body;
        switch (body.Form)
        {
            case BodyForm.None:
                return (null, null);
            case BodyForm.Failure:
                return FieldCodec
                    .Read<Failure>(body.Bytes.AsSpan(), blocks)
                    .Match<(object?, Error?)>(static failure => (failure, null), static error => (null, error));
            case BodyForm.Lost:
                return (new RestoredBody(body.TypeText, null, "", [], []), null);
            case BodyForm.Unread:
                return Unread(kept);
            case BodyForm.Message or BodyForm.Outcome when system.Actors.Find(kept.Key.To) is { } receiver:
                var (message, fault) = Read(receiver, body.Bytes, blocks);
                var isOutcome = body.Form == BodyForm.Outcome;
                return (isOutcome ? new RestoredBody(body.TypeText, message, "", [], []) : message, fault);
            default:
                return (null, Damaged(kept, "a message to nobody"));
        }
    }

    private (object? Body, Error? Fault) Unread(EnvelopeSnapshot kept)
    {
        var found = ImmutableArray.CreateBuilder<ParameterBlock>();
        foreach (var hash in kept.Body.Blocks)
        {
            if (blocks(unchecked((ulong)hash)) is not { } block)
            {
                return (null, Damaged(kept, "a block that is not at hand"));
            }

            found.Add(block);
        }

        var body = kept.Body;
        return (new RestoredBody(body.TypeText, null, body.MessageName, body.Bytes, found.ToImmutable()), null);
    }

    private static Error Damaged(EnvelopeSnapshot kept, string found) =>
        new($"envelope {kept.Key}", found, "one of this snapshot", "The snapshot is damaged, or of another version.");
}
