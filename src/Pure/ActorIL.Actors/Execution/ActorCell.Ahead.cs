using System.Diagnostics.CodeAnalysis;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <content>Steps whose behaviour runs before the envelope is taken up, many at the same time.</content>
internal sealed partial class ActorCell<TState, TMessage>
{
    private AheadStep<TState, TMessage>? _ahead;

    public override bool LookAhead(ref Envelope envelope)
    {
        _ahead = null;
        if (!envelope.IsApplication || !IsStarted || envelope.Kind == EnvelopeKind.Reconfigure)
        {
            return false;
        }

        if (envelope.Kind == EnvelopeKind.Message)
        {
            _ahead = envelope.Body is TMessage message ? new(message) : null;
            return _ahead is not null;
        }

        // Opening it takes it up; all that it changes are these lists.
        var (timers, watches, requests) = (Timers.ToArray(), Watches.ToArray(), Requests.ToArray());
        var (record, copy) = (default(StepRecord), envelope);
        var fault = ActorKernel.Attempt(() => _ahead = Open(ref copy, ref record) is { } opened ? new(opened) : null);
        PutBack(Timers, timers);
        PutBack(Watches, watches);
        PutBack(Requests, requests);
        return fault is null && _ahead is not null;
    }

    public override void RunAhead(StepWorker worker, long now)
    {
        var ahead = _ahead!;
        ahead.Effects.AskNumberNext = NumberNext;
        ahead.Fault = ActorKernel.Attempt(() =>
        {
            var ctx = new Ctx(Id, _parent, now, Key, worker.Forks);
            var outbox = new Outbox(ahead.Effects);
            ahead.Next = _behavior.Receive(in ctx, _state, ahead.Message, ref outbox);
        });
    }

    public override void ForgetAhead() => _ahead = null;

    [SuppressMessage("Usage", "CA2201", Justification = "It is the behaviour's own exception.")]
    private TState TakeAhead(EffectBuffer effects)
    {
        var ahead = _ahead!;
        _ahead = null;
        foreach (ref readonly var effect in ahead.Effects.Items)
        {
            effects.Append(effect.Kind, effect.To, effect.Body, effect.DelayTicks, effect.Number, effect.Tag);
        }

        effects.AskNumberNext = ahead.Effects.AskNumberNext;
        return ahead.Fault is { } fault ? throw fault : ahead.Next!;
    }

    private static void PutBack<T>(List<T> list, T[] before)
    {
        list.Clear();
        list.AddRange(before);
    }
}
