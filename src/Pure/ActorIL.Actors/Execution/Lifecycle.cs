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
    public static void Spawn(ActorSystem system, ActorCell? parent, SpawnRequest request, long cause)
    {
        var id = system.IdOf(parent?.Id ?? ActorId.None, request.Name);
        var path = $"{parent?.Path}/{request.Name}";
        if (system.Actors.Find(id) is { } holder)
        {
            system.Outcome ??= new RunOutcome.Faulted(
                new Error(
                    path,
                    $"the id {id}, which is that of {holder.Path}",
                    "an id of its own",
                    "Give one of them another name."
                )
            );
            return;
        }

        var identity = new CellIdentity(id, request.Name, parent, system.Key.Fold(id.Value), system.FaultsOf(path));
        var cell = request.Behavior.CreateCell(in identity);
        cell.IsSuspended = parent?.IsSuspended ?? false;
        cell.Release = system.Floor.Release;
        system.Actors.Add(cell);
        system.Spawned.Add(cell);
        system.Root ??= cell;
        parent?.Children.Add(cell);
        parent?.Spawning.Clear();
        system.Begun?.Invoke(cell);
        system.SendFromNobody(cell, EnvelopeKind.Start, ++cell.StartNumber, cause);
        system.Log.Add(system, LifecycleKind.Started, id, path);
    }

    /// <summary>Stops an actor and all below it: children first, in the order they were spawned.</summary>
    public static void Stop(ActorSystem system, ActorCell cell)
    {
        cell.Parent?.Children.Remove(cell);
        Remove(system, cell);
    }

    public static void StopChildren(ActorSystem system, ActorCell cell)
    {
        foreach (var child in cell.Children)
        {
            Remove(system, child);
        }

        cell.Children.Clear();
    }

    /// <summary>
    /// Starts an actor anew: children stop; timers, asks and operations are forgotten; Init comes next, then what was
    /// put aside, then what was held.
    /// </summary>
    public static void Restart(ActorSystem system, ActorCell cell, long cause)
    {
        StopChildren(system, cell);
        Requests.Forget(system, cell);
        cell.Timers.Clear();
        cell.Reset();
        cell.IsFailed = false;
        cell.IsEscalated = false;
        foreach (var edge in cell.Incoming.All)
        {
            edge.IsGrantStale = edge.IsGranted;
        }

        cell.IsSuspended = cell.Parent?.IsSuspended ?? false;
        Mailbox.Restart(system, cell, cause);
        system.Log.Add(system, LifecycleKind.Restarted, cell.Id);
    }

    /// <summary>
    /// Closes the round for those who stopped in it: only now is it known what their last steps have sent, and notices
    /// come after that. Counters of the living go on above those of the dead, so that no key comes up twice.
    /// </summary>
    public static void Settle(ActorSystem system, long cause)
    {
        foreach (var cell in system.Stopped)
        {
            Mailbox.Discard(system, cell, cause);
            Requests.AnswerDead(system, cell, cause);
            Watching.Notify(system, cell, cause);
            CutEdges(cell);
            system.Floor = system.Floor.Above(new(cell.Sequence, cell.Release, cell.NumberNext));
        }

        foreach (var cell in system.Spawned)
        {
            cell.Sequence = Math.Max(cell.Sequence, system.Floor.Sequence);
            cell.NumberNext = Math.Max(cell.NumberNext, system.Floor.NumberNext);
        }

        system.Stopped.Clear();
        system.Spawned.Clear();
    }

    private static void Remove(ActorSystem system, ActorCell cell)
    {
        StopChildren(system, cell);
        if (system.Log.IsObserved)
        {
            system.Log.Add(system, LifecycleKind.Stopped, cell.Id, cell.Path);
        }

        cell.IsRemoved = true;
        system.Ended?.Invoke(cell);
        system.Actors.Remove(cell);
        system.Stopped.Add(cell);
        system.Floor = system.Floor.Above(new(0, cell.Release, 0));
        Requests.Forget(system, cell);
        Watching.Forget(system, cell);
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
