using System.Globalization;
using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>
/// Whether a step may have what it asks for. Run on the worker, so that a refused step fails like one that throws.
/// </summary>
internal static class EffectCheck
{
    /// <summary>Takes the credit of each message; on refusal gives it all back and throws.</summary>
    /// <exception cref="RefusedStepException">Something may not be had.</exception>
    public static void Run(ActorCell cell, StepWorker worker, int start, bool hasMessage)
    {
        var effects = worker.Effects;
        for (var i = start; i < effects.Count; i++)
        {
            ref readonly var effect = ref effects.At(i);
            if (effect.Kind == EffectKind.Tell)
            {
                Send(cell, worker, start, i, effect.To);
            }
            else if (Refusal(cell, worker, start, i, hasMessage) is { } reason)
            {
                Refuse(cell, worker, start, i, reason);
            }
            else if (effect.Kind == EffectKind.Ask)
            {
                Send(cell, worker, start, i, effect.To);
            }
            else if (effect.Kind == EffectKind.Spawn)
            {
                cell.Spawning.Add(effect.To);
            }
            else if (effect.Kind == EffectKind.Stash)
            {
                cell.StashCount++;
            }
        }
    }

    /// <summary>
    /// Gives back what the effects from <paramref name="start"/> up to <paramref name="end"/> have taken.
    /// </summary>
    public static void GiveBack(ActorCell cell, StepWorker worker, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var kind = worker.Effects.Items[i].Kind;
            if (kind is EffectKind.Tell or EffectKind.Ask)
            {
                worker.Effects.EdgeOf(i)?.GiveBack();
            }
            else if (kind == EffectKind.Spawn)
            {
                cell.Spawning.RemoveAt(cell.Spawning.Count - 1);
            }
            else if (kind == EffectKind.Stash)
            {
                cell.StashCount--;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Send(ActorCell cell, StepWorker worker, int start, int index, ActorId to)
    {
        var edge = cell.Edges.FindOrAdd(to);
        if (!edge.TryTake(worker.EdgeMessageCountMax))
        {
            RefuseOverCredit(cell, worker, start, index, edge);
        }

        worker.Effects.EdgeOf(index) = edge;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Refuse(ActorCell cell, StepWorker worker, int start, int index, string reason)
    {
        GiveBack(cell, worker, start, index);
        throw new RefusedStepException(reason);
    }

    private static void RefuseOverCredit(ActorCell cell, StepWorker worker, int start, int index, Edge edge) =>
        Refuse(cell, worker, start, index, OverCredit(edge, worker));

    private static string? Refusal(ActorCell cell, StepWorker worker, int start, int index, bool hasMessage)
    {
        var effects = worker.Effects.Items;
        ref readonly var effect = ref effects[index];
        return effect.Kind switch
        {
            EffectKind.Spawn => SpawnRefusal(cell, worker, effects[start..index], in effect),
            EffectKind.Stop => StopRefusal(cell, worker, effect.To),
            EffectKind.Ask => AskRefusal(cell, effects[start..index], effect.Number),
            EffectKind.SetTimer or EffectKind.Watch => cell.Understands(effect.Body)
                ? null
                : $"{effect.Kind} was given a {effect.Body?.GetType().Name}; "
                    + $"{cell.Path} takes {cell.MessageType.Name}.",
            EffectKind.Stash => StashRefusal(cell, effects[start..index], hasMessage),
            EffectKind.Tell
            or EffectKind.Reply
            or EffectKind.Unwatch
            or EffectKind.CancelTimer
            or EffectKind.Unstash
            or EffectKind.Credit
            or EffectKind.Perform
            or EffectKind.Note => null,
        };
    }

    private static string? SpawnRefusal(
        ActorCell cell,
        StepWorker worker,
        ReadOnlySpan<Effect> before,
        in Effect effect
    )
    {
        var request = (SpawnRequest)effect.Body!;
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (before[i].To == effect.To && before[i].Kind == EffectKind.Stop)
            {
                return null;
            }
        }

        var holder = worker.Actors.Find(effect.To);
        if (holder is not null && (holder.Parent != cell || holder.Name != request.Name))
        {
            return $"{cell.Path}/{request.Name} has the id of {holder.Path}. Give one of them another name.";
        }

        return holder is not null || cell.Spawning.Contains(effect.To)
            ? $"{cell.Path} already has a child named {request.Name}."
            : null;
    }

    private static string? StopRefusal(ActorCell cell, StepWorker worker, ActorId target) =>
        target != cell.Id && worker.Actors.Find(target) is { } other && other.Parent != cell
            ? $"{cell.Path} may stop itself and its children, not {other.Path}."
            : null;

    private static string? AskRefusal(ActorCell cell, ReadOnlySpan<Effect> before, long number)
    {
        var isSpent = number < cell.NumberNext;
        foreach (ref readonly var effect in before)
        {
            isSpent |= effect.Kind == EffectKind.Ask && effect.Number == number;
        }

        return isSpent ? "An ask was given a reply address of another ask. Each takes a new one." : null;
    }

    private static string? StashRefusal(ActorCell cell, ReadOnlySpan<Effect> before, bool hasMessage)
    {
        foreach (ref readonly var effect in before)
        {
            if (effect.Kind == EffectKind.Stash)
            {
                return "A message can be stashed once.";
            }
        }

        if (!hasMessage)
        {
            return "Init has no message to stash.";
        }

        return cell.StashCount >= cell.Behavior.StashCountMax
            ? FormattableString.Invariant(
                $"The stash of {cell.Path} holds {cell.Behavior.StashCountMax} messages and is full."
            )
            : null;
    }

    private static string OverCredit(Edge edge, StepWorker worker)
    {
        var to = worker.Actors.PathOf(edge.To);
        return edge.IsGranted
            ? FormattableString.Invariant(
                $"{edge.Sender.Path} told {to} more than it granted; {edge.OutstandingCount} messages are on their way."
            )
            : FormattableString.Invariant($"{edge.Sender.Path} told {to}, which granted no credit, more than ")
                + FormattableString.Invariant($"{worker.EdgeMessageCountMax} messages it has not taken.");
    }
}
