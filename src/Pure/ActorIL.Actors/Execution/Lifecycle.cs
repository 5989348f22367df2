using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>How actors begin and end, in the commit of a round.</summary>
internal static class Lifecycle
{
    /// <summary>Makes an actor, which runs Init in the next round, before anything that was sent to it.</summary>
    public static void Spawn(KernelState state, ActorCell? parent, SpawnRequest request, long cause)
    {
        var id = state.IdOf(parent?.Id ?? ActorId.None, request.Name);
        var path = $"{parent?.Path}/{request.Name}";
        if (state.Actors.Find(id) is { } holder)
        {
            state.Outcome ??= new RunOutcome.Faulted(new Error(
                path, $"the id {id}, which is that of {holder.Path}", "an id of its own", "Give one of them another name."));
            return;
        }

        var identity = new CellIdentity(id, request.Name, parent, state.Key.Fold(id.Value), state.FaultsOf(path));
        var cell = request.Behavior.CreateCell(in identity);
        cell.IsSuspended = parent?.IsSuspended ?? false;
        cell.Release = state.Floor.Release;
        state.Actors.Add(cell);
        state.Spawned.Add(cell);
        state.Root ??= cell;
        parent?.Children.Add(cell);
        parent?.Spawning.Clear();
        state.SendFromNobody(cell, StartOf(cell, cause));
        state.Log.Add(state, LifecycleKind.Started, id, path);
    }

    /// <summary>What makes an actor run Init; an earlier one still on its way is void.</summary>
    public static Envelope StartOf(ActorCell cell, long cause) =>
        new() { To = cell.Id, Kind = EnvelopeKind.Start, Number = ++cell.StartNumber, Cause = cause };

    /// <summary>Stops an actor and all below it: children first, in the order they were spawned.</summary>
    public static void Stop(KernelState state, ActorCell cell)
    {
        cell.Parent?.Children.Remove(cell);
        Remove(state, cell);
    }

    public static void StopChildren(KernelState state, ActorCell cell)
    {
        foreach (var child in cell.Children)
        {
            Remove(state, child);
        }

        cell.Children.Clear();
    }

    /// <summary>
    /// Starts an actor anew: children stop; timers, asks and operations are forgotten; Init comes next, then what was put
    /// aside, then what was held.
    /// </summary>
    public static void Restart(KernelState state, ActorCell cell, long cause)
    {
        StopChildren(state, cell);
        Requests.Forget(state, cell);
        cell.Timers.Clear();
        cell.Reset();
        cell.IsFailed = false;
        cell.IsEscalated = false;
        foreach (var edge in cell.Incoming.All)
        {
            edge.IsGrantStale = edge.IsGranted;
        }

        cell.IsSuspended = cell.Parent?.IsSuspended ?? false;
        Mailbox.Restart(state, cell, cause);
        state.Log.Add(state, LifecycleKind.Restarted, cell.Id);
    }

    /// <summary>
    /// Closes the round for those who stopped in it: only now is it known what their last steps have sent, and notices
    /// come after that. Counters of the living go on above those of the dead, so that no key comes up twice.
    /// </summary>
    public static void Settle(KernelState state, long cause)
    {
        foreach (var cell in state.Stopped)
        {
            Mailbox.Discard(state, cell, cause);
            Requests.AnswerDead(state, cell, cause);
            Watching.Notify(state, cell, cause);
            CutEdges(cell);
            state.Floor = state.Floor.Above(new(cell.Sequence, cell.Release, cell.NumberNext));
        }

        foreach (var cell in state.Spawned)
        {
            cell.Sequence = Math.Max(cell.Sequence, state.Floor.Sequence);
            cell.NumberNext = Math.Max(cell.NumberNext, state.Floor.NumberNext);
        }

        state.Stopped.Clear();
        state.Spawned.Clear();
    }

    private static void Remove(KernelState state, ActorCell cell)
    {
        StopChildren(state, cell);
        state.Log.Add(state, LifecycleKind.Stopped, cell.Id, cell.Path);
        cell.IsRemoved = true;
        state.Actors.Remove(cell);
        state.Stopped.Add(cell);
        state.Floor = state.Floor.Above(new(0, cell.Release, 0));
        Requests.Forget(state, cell);
        Watching.Forget(state, cell);
        cell.Timers.Clear();
    }

    private static void CutEdges(ActorCell cell)
    {
        foreach (var edge in cell.Edges.All)
        {
            edge.Receiver?.Incoming.Remove(edge);
        }

        foreach (var edge in cell.Incoming.All)
        {
            edge.Sender.Edges.Remove(edge);
        }

        cell.Incoming.Clear();
    }
}
