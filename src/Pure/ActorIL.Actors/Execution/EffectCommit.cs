using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Makes the effects of a step happen.</summary>
internal static class EffectCommit
{
    public static void Run(KernelState state, ref Envelope envelope, ref StepRecord record, long cause)
    {
        var cell = record.Cell!;
        var effects = record.Worker!.Effects;
        for (var i = record.EffectStart; i < record.EffectEnd; i++)
        {
            ref readonly var effect = ref effects.Items[i];
            if (effect.Kind == EffectKind.Tell)
            {
                Tell(state, cell, in effect, effects.EdgeOf(i)!, cause);
            }
            else
            {
                Commit(state, cell, in effect, effects.EdgeOf(i), ref envelope, ref record, cause);
            }
        }
    }

    private static void Tell(KernelState state, ActorCell cell, in Effect effect, Edge edge, long cause)
    {
        Resolve(state, edge);
        state.SendFrom(cell, new() { To = effect.To, Body = effect.Body, Edge = edge, Cause = cause }, effect.DelayTicks);
    }

    /// <summary>An actor that has stopped earlier in the commit is still heard, but nothing more is done for it.</summary>
    private static void Commit(
        KernelState state,
        ActorCell cell,
        in Effect effect,
        Edge? edge,
        ref Envelope envelope,
        ref StepRecord record,
        long cause)
    {
        switch (effect.Kind)
        {
            case EffectKind.Reply:
                Requests.Reply(state, cell, in effect, cause);
                break;
            case EffectKind.Note:
                state.Log.Add(cell.Id, cause, (Note)effect.Body!);
                break;
            case EffectKind.Credit:
                state.Actors.Find(effect.To)?.Edges.FindOrAdd(cell.Id).Grant(effect.Number);
                break;
            case EffectKind.Ask when cell.IsRemoved:
                edge!.Settle();
                break;
            case EffectKind.Ask:
                Resolve(state, edge!);
                Requests.Ask(state, cell, in effect, edge, cause);
                break;
            case EffectKind.Stop when state.Actors.Find(effect.To) is { } target && (target == cell || target.Parent == cell):
                Lifecycle.Stop(state, target);
                break;
            default:
                if (!cell.IsRemoved)
                {
                    CommitOwn(state, cell, in effect, ref envelope, ref record, cause);
                }

                break;
        }
    }

    /// <summary>Effects that concern the actor itself.</summary>
    private static void CommitOwn(
        KernelState state, ActorCell cell, in Effect effect, ref Envelope envelope, ref StepRecord record, long cause)
    {
        switch (effect.Kind)
        {
            case EffectKind.Spawn:
                Lifecycle.Spawn(state, cell, (SpawnRequest)effect.Body!, cause);
                break;
            case EffectKind.Watch:
                Watching.Begin(state, cell, in effect, cause);
                break;
            case EffectKind.Unwatch:
                Watching.End(state, cell, in effect);
                break;
            case EffectKind.SetTimer:
                Timers.Set(state, cell, in effect, cause);
                break;
            case EffectKind.CancelTimer:
                Timers.Cancel(cell, effect.Tag);
                break;
            case EffectKind.Stash:
                Mailbox.Stash(state, cell, in envelope, record.Message);
                break;
            case EffectKind.Unstash:
                Mailbox.Unstash(state, cell);
                break;
            case EffectKind.Perform:
                Requests.Perform(state, cell, in effect, cause);
                break;
            case EffectKind.Stop:
                break;
            default:
                throw new InvalidOperationException($"An effect of kind {effect.Kind} does not concern its actor alone.");
        }
    }

    private static void Resolve(KernelState state, Edge edge)
    {
        if (edge.Receiver is null)
        {
            state.Actors.Find(edge.To)?.Incoming.Add(edge);
        }
    }
}
