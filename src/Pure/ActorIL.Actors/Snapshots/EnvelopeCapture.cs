using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Snapshots;

/// <summary>Takes the snapshots of envelopes, and gathers the blocks their messages mention.</summary>
internal sealed class EnvelopeCapture(ActorSystem system)
{
    private readonly FieldBuffer _buffer = new();

    /// <summary>By hash.</summary>
    public SortedDictionary<ulong, ParameterBlock> Blocks { get; } = [];

    /// <summary>Why there can be no snapshot here, once there cannot.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>The canonical bytes of a message of an actor's own type.</summary>
    public ImmutableArray<byte> MessageOf(ActorCell cell, object message) => Bytes(cell.MessageType, message, Blocks);

    public EnvelopeSnapshot Of(ref Envelope envelope, EnvelopeKey key)
    {
        var usesCredit = envelope.Edge is { } edge && edge.Sender.Edges.Holds(edge) && !edge.Sender.IsRemoved;
        return new(
            key,
            envelope.SentAs?.Key ?? key,
            envelope.Cause,
            envelope.SentTick,
            envelope.SentMicro,
            envelope.Number,
            envelope.Kind,
            usesCredit,
            Body(ref envelope)
        );
    }

    private BodySnapshot Body(ref Envelope envelope)
    {
        switch (envelope.Kind)
        {
            case EnvelopeKind.Message:
                return Message(in envelope);
            case EnvelopeKind.Failure:
                return BodySnapshot.None with
                {
                    Form = BodyForm.Failure,
                    Bytes = FieldCodec.Bytes((Failure)envelope.Body!),
                };
            case EnvelopeKind.External when envelope.Body is AwaitedResult:
                Refuse(in envelope, "a result that the trace gives later", "Capture a round after its delivery.");
                return BodySnapshot.None;
            case EnvelopeKind.External:
                // What comes from outside is waited for here: a snapshot must not lose it.
                envelope.Body = envelope.Body is Func<ExternalOutcome> wait ? wait() : envelope.Body;
                return Outcome(in envelope);
            case EnvelopeKind.Reply:
                return Outcome(in envelope);
            case EnvelopeKind.Reconfigure:
                Refuse(in envelope, "a reconfiguration on its way", "Capture a round later.");
                return BodySnapshot.None;
            default:
                return BodySnapshot.None;
        }
    }

    private BodySnapshot Message(in Envelope envelope)
    {
        var receiver = system.Actors.Find(envelope.To);
        if (receiver is not null && receiver.Understands(envelope.Body))
        {
            return BodySnapshot.None with { Form = BodyForm.Message, Bytes = MessageOf(receiver, envelope.Body!) };
        }

        return envelope.Body is RestoredBody body
            ? Unread(body, isUnderstood: receiver?.MessageType.Name.ToString() == body.MessageName)
            : Unread(envelope.Body!);
    }

    private BodySnapshot Unread(RestoredBody body, bool isUnderstood)
    {
        foreach (var block in body.Blocks)
        {
            Blocks.TryAdd(block.Hash, block);
        }

        return isUnderstood
            ? BodySnapshot.None with
            {
                Form = BodyForm.Message,
                Bytes = body.Bytes,
            }
            : new(BodyForm.Unread, body.Bytes, body.TypeText, body.MessageName, HashesOf(body.Blocks));
    }

    private BodySnapshot Unread(object body)
    {
        var text = body.GetType().Name;
        if (MessageType.Of(body) is not { } type)
        {
            return BodySnapshot.None with { Form = BodyForm.Unread, TypeText = text };
        }

        var own = new SortedDictionary<ulong, ParameterBlock>();
        var bytes = Bytes(type, body, own);
        ImmutableArray<ParameterBlock> blocks = [.. own.Values];
        return Unread(new(text, null, type.Name.ToString(), bytes, blocks), isUnderstood: false);
    }

    /// <summary>Turns an outcome into the asker's message, where the asker still waits for it.</summary>
    private BodySnapshot Outcome(in Envelope envelope)
    {
        var text = RestoredBody.TextOf(envelope.Body) ?? "";
        var asker = system.Actors.Find(envelope.To);
        var index = asker is null ? -1 : Requests.IndexOf(asker, envelope.Number);
        if (index < 0)
        {
            return BodySnapshot.None with { Form = BodyForm.Lost, TypeText = text };
        }

        var message = envelope.Body is RestoredBody body
            ? body.Message
            : Opened(asker!, asker!.Requests[index].Tag, in envelope);
        return message is null
            ? BodySnapshot.None
            : BodySnapshot.None with
            {
                Form = BodyForm.Outcome,
                Bytes = MessageOf(asker!, message),
                TypeText = text,
            };
    }

    private object? Opened(ActorCell asker, int tag, in Envelope envelope)
    {
        object? message = null;
        var body = envelope.Body!;
        if (ActorKernel.Attempt(() => message = asker.Port.MessageOf(tag, body)) is { } thrown)
        {
            Refuse(
                in envelope,
                $"an outcome that {asker.Behavior.BehaviorName} refuses: {thrown.Message}",
                "Capture a round later, when that failure has been answered."
            );
        }

        return message;
    }

    private void Refuse(in Envelope envelope, string found, string remedy) =>
        Refusal ??= new(system.Actors.PathOf(envelope.To), found, "something a snapshot can keep", remedy);

    private ImmutableArray<byte> Bytes(MessageType type, object message, SortedDictionary<ulong, ParameterBlock> blocks)
    {
        _buffer.Clear();
        type.Write(message, _buffer);
        type.Blocks(message, blocks);
        return [.. _buffer.Written];
    }

    private static ImmutableArray<long> HashesOf(ImmutableArray<ParameterBlock> blocks) =>
        [.. blocks.Select(static block => unchecked((long)block.Hash))];
}
