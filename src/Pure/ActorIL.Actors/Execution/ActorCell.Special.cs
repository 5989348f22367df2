using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <content>Steps about anything but a message that lies in its envelope: few are.</content>
internal sealed partial class ActorCell<TState, TMessage>
{
    /// <summary>A step about anything but a message that lies in its envelope: few are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StepSpecial(ref Envelope envelope, ref StepRecord record, StepWorker worker)
    {
        if (envelope.Kind == EnvelopeKind.Start)
        {
            Start(ref envelope, ref record, worker);
        }
        else if (!envelope.IsApplication)
        {
            Supervise(ref envelope, ref record, worker);
        }
        else if (
            (envelope.Kind == EnvelopeKind.Message ? Unread(ref envelope) : Open(ref envelope, ref record)) is
            { } message
        )
        {
            Deliver(message, ref envelope, ref record, worker);
        }
        else if (envelope.Kind == EnvelopeKind.Message)
        {
            record.Status = StepStatus.Mistyped;
        }
    }

    private void Start(ref Envelope envelope, ref StepRecord record, StepWorker worker)
    {
        if (envelope.Number != StartNumber)
        {
            record.Status = StepStatus.Dropped;
            return;
        }

        if (Faults is not null)
        {
            InjectFaults(message: null, isInit: true, ref record, worker);
        }

        _state = Call(null, worker);
        IsStarted = true;
        record.Status = StepStatus.Done;
    }

    private void Supervise(ref Envelope envelope, ref StepRecord record, StepWorker worker)
    {
        var failure = (Failure)envelope.Body!;
        var isCurrent =
            worker.Actors.Find(failure.Actor) is { } child
            && child.Parent == this
            && child.IsFailed
            && child.FailureNumber == envelope.Number;
        record.Directive = isCurrent ? _behavior.Supervise(_state, in failure) : default;
        record.Status = isCurrent ? StepStatus.Supervised : StepStatus.Dropped;
    }

    /// <summary>
    /// The message that something else than a message becomes; null, with the status noted, when it is void.
    /// </summary>
    private TMessage? Open(ref Envelope envelope, ref StepRecord record)
    {
        var message = envelope.Kind switch
        {
            EnvelopeKind.Timer => (TMessage?)EnvelopeOpening.Timer(this, ref envelope, ref record),
            EnvelopeKind.Notice => (TMessage?)EnvelopeOpening.Notice(this, ref envelope, ref record),
            EnvelopeKind.Reconfigure => Reconfigured((NewConfiguration)envelope.Body!),
            EnvelopeKind.Reply or EnvelopeKind.External when envelope.Body is RestoredBody => (TMessage?)
                EnvelopeOpening.Restored(this, ref envelope, ref record),
            EnvelopeKind.External when envelope.Body is AwaitedResult => (TMessage?)
                EnvelopeOpening.Unrecorded(this, ref envelope, ref record),
            EnvelopeKind.External => EnvelopeOpening.TryExternal(
                this,
                ref envelope,
                ref record,
                out var tag,
                out var outcome
            )
                ? _behavior.FromPerform(tag, outcome)
                : null,
            EnvelopeKind.Reply or EnvelopeKind.AskTimeout or EnvelopeKind.AskDead => EnvelopeOpening.TryAsk(
                this,
                ref envelope,
                ref record,
                out var tag,
                out var outcome
            )
                ? _behavior.FromAsk(tag, outcome)
                : null,
            EnvelopeKind.Message or EnvelopeKind.Start or EnvelopeKind.Failure => throw new InvalidOperationException(
                $"An envelope of kind {envelope.Kind} holds its message."
            ),
        };
        record.Message = message;
        return message;
    }

    /// <summary>
    /// A message out of a snapshot that was on its way before this actor was; null where it is of another type.
    /// </summary>
    private TMessage? Unread(ref Envelope envelope)
    {
        if (envelope.Body is not RestoredBody body || body.MessageName != MessageType.Name.ToString())
        {
            return null;
        }

        var message = FieldCodec.Read<TMessage>(body.Bytes.AsSpan(), body.Find).Require();
        envelope.Body = message;
        return message;
    }

    /// <summary>Goes on under another configuration; the message says so to the behaviour that has it.</summary>
    private TMessage Reconfigured(NewConfiguration configuration)
    {
        _behavior = (Behavior<TState, TMessage>)configuration.Behavior;
        Behavior = _behavior;
        return _behavior.FromReconfigure(configuration.ChangedKeys);
    }
}
