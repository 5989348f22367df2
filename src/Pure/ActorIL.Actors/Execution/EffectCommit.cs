using System.Runtime.CompilerServices;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Makes the effects of a step happen.</summary>
internal static class EffectCommit
{
    public static void Run(
        ActorSystem system,
        EffectBuffer effects,
        ref Envelope envelope,
        ref StepRecord record,
        long cause
    )
    {
        var cell = record.Cell!;
        for (var i = record.EffectStart; i < record.EffectEnd; i++)
        {
            ref readonly var effect = ref effects.At(i);
            if (effect.Kind == EffectKind.Tell)
            {
                Tell(system, cell, in effect, effects.EdgeOf(i)!, cause);
            }
            else
            {
                Commit(system, cell, in effect, effects.EdgeOf(i), ref envelope, ref record, cause);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tell(ActorSystem system, ActorCell cell, in Effect effect, Edge edge, long cause)
    {
        Resolve(system, edge);
        ref var envelope = ref system.SendFrom(cell, effect.To, cause, effect.DelayTicks);
        envelope.Body = effect.Body;
        envelope.Edge = edge;
    }

    /// <summary>
    /// An actor that has stopped earlier in the commit is still heard, but nothing more is done for it.
    /// </summary>
    private static void Commit(
        ActorSystem system,
        ActorCell cell,
        in Effect effect,
        Edge? edge,
        ref Envelope envelope,
        ref StepRecord record,
        long cause
    )
    {
        switch (effect.Kind)
        {
            case EffectKind.Reply:
                Requests.Reply(system, cell, in effect, cause);
                break;
            case EffectKind.Note:
                system.Log.Add(cell.Id, cause, (Note)effect.Body!);
                break;
            case EffectKind.Credit:
                system.Actors.Find(effect.To)?.Edges.FindOrAdd(cell.Id).Grant(effect.Number);
                break;
            case EffectKind.Ask when cell.IsRemoved:
                edge!.Settle();
                break;
            case EffectKind.Ask:
                Resolve(system, edge!);
                Requests.Ask(system, cell, in effect, edge, cause);
                break;
            case EffectKind.Stop
                when system.Actors.Find(effect.To) is { } target && (target == cell || target.Parent == cell):
                Lifecycle.Stop(system, target);
                break;
            default:
                if (!cell.IsRemoved)
                {
                    CommitOwn(system, cell, in effect, ref envelope, ref record, cause);
                }

                break;
        }
    }

    /// <summary>Effects that concern the actor itself.</summary>
    private static void CommitOwn(
        ActorSystem system,
        ActorCell cell,
        in Effect effect,
        ref Envelope envelope,
        ref StepRecord record,
        long cause
    )
    {
        switch (effect.Kind)
        {
            case EffectKind.Spawn:
                Lifecycle.Spawn(system, cell, (SpawnRequest)effect.Body!, cause);
                break;
            case EffectKind.Watch:
                Watching.Begin(system, cell, in effect, cause);
                break;
            case EffectKind.Unwatch:
                Watching.End(system, cell, in effect);
                break;
            case EffectKind.SetTimer:
                Timers.Set(system, cell, in effect, cause);
                break;
            case EffectKind.CancelTimer:
                Timers.Cancel(cell, effect.Tag);
                break;
            case EffectKind.Stash:
                Mailbox.Stash(system, cell, in envelope, record.Message);
                break;
            case EffectKind.Unstash:
                Mailbox.Unstash(system, cell);
                break;
            case EffectKind.Perform:
                Requests.Perform(system, cell, in effect, cause);
                break;
            case EffectKind.Stop:
                break;
            default:
                throw new InvalidOperationException(
                    $"An effect of kind {effect.Kind} does not concern its actor alone."
                );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Resolve(ActorSystem system, Edge edge)
    {
        if (edge.Receiver is null)
        {
            Find(system, edge);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Find(ActorSystem system, Edge edge) => system.Actors.Find(edge.To)?.Incoming.Add(edge);
}
