using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Snapshots;

/// <summary>Makes the actors of a snapshot again: parents first, each child with what its parent gives it.</summary>
internal sealed class ActorRestoring(ActorSystem system, SystemSnapshot snapshot)
{
    private readonly SortedDictionary<ulong, ActorSnapshot> _actors = [];
    private readonly SortedDictionary<ulong, ParameterBlock> _blocks = [];

    /// <summary>Makes the cells, still empty.</summary>
    public Error? Make(Behavior root)
    {
        foreach (var block in snapshot.Blocks)
        {
            _blocks.TryAdd(block.Hash, block);
        }

        foreach (var actor in snapshot.Actors)
        {
            if (!_actors.TryAdd(actor.Id.Value, actor))
            {
                return Damaged(actor, "two actors of its id");
            }
        }

        var rootId = ActorId.Root(system.Settings.RootName);
        if (!_actors.TryGetValue(rootId.Value, out var first) || !first.Parent.IsNone)
        {
            return new(
                "snapshot",
                $"no root named {system.Settings.RootName}",
                "the root of the settings",
                "Restore with the root name of the run the snapshot was taken of."
            );
        }

        var error = Make(first, parent: null, root);
        return error is null && system.Actors.Count != snapshot.Actors.Length
            ? new("snapshot", "actors that are nobody's children", "one tree", "The snapshot is damaged.")
            : error;
    }

    /// <summary>Gives the cells what they had.</summary>
    public Error? Fill()
    {
        foreach (var actor in snapshot.Actors)
        {
            var cell = system.Actors.Find(actor.Id)!;
            Error? error = null;
            if (actor.IsStarted)
            {
                error = cell.Port.TakeState(actor.State, Find);
            }

            Set(cell, actor.Condition);
            error ??= Tie(cell, actor.Ties);
            if (error is not null)
            {
                return Unreadable(actor, error);
            }
        }

        foreach (var actor in snapshot.Actors)
        {
            var cell = system.Actors.Find(actor.Id)!;
            cell.StashCount = actor.Mail.StashCount;
            var error = Envelopes.Add(actor.Mail.Held, cell.Held) ?? Envelopes.Add(actor.Mail.Stash, cell.Stash);
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>Puts what was on its way into the queue.</summary>
    public Error? Queue() => Envelopes.Queue(snapshot.Queue);

    private EnvelopeRestoring Envelopes => new(system, Find);

    private ParameterBlock? Find(ulong hash) => _blocks.GetValueOrDefault(hash);

    private Error? Make(ActorSnapshot first, ActorCell? parent, Behavior behavior)
    {
        var waiting = new Queue<(ActorSnapshot Actor, ActorCell? Parent, Behavior Behavior)>();
        waiting.Enqueue((first, parent, behavior));
        while (waiting.TryDequeue(out var next))
        {
            var error = MakeOne(next.Actor, next.Parent, next.Behavior);
            if (error is not null)
            {
                return error;
            }

            var cell = system.Actors.Find(next.Actor.Id)!;
            var ctx = new Ctx(cell.Id, next.Actor.Parent, snapshot.Clock.Tick, cell.Key);
            foreach (var id in next.Actor.Ties.Children)
            {
                if (!_actors.TryGetValue(unchecked((ulong)id), out var child))
                {
                    return Damaged(next.Actor, "a child that is not there");
                }

                if (cell.Behavior.ChildBehavior(in ctx, child.Name) is not { } given)
                {
                    return new(
                        child.Path,
                        $"no child named {child.Name} of {cell.Behavior.BehaviorName}",
                        child.Behavior,
                        $"Override {nameof(Behavior.ChildBehavior)} of the parent for every name it spawns."
                    );
                }

                waiting.Enqueue((child, cell, given));
            }
        }

        return null;
    }

    private Error? MakeOne(ActorSnapshot actor, ActorCell? parent, Behavior behavior)
    {
        var id = ActorId.IsName(actor.Name) ? system.IdOf(parent?.Id ?? ActorId.None, actor.Name) : default;
        if (id != actor.Id || actor.Parent != (parent?.Id ?? ActorId.None) || system.Actors.Find(id) is not null)
        {
            return Damaged(actor, "an actor out of its place");
        }

        if (behavior.BehaviorName.ToString() != actor.Behavior)
        {
            return new(
                actor.Path,
                $"a state of {actor.Behavior}",
                $"one of {behavior.BehaviorName}",
                "Restore with the version of the program that took the snapshot."
            );
        }

        var path = $"{parent?.Path}/{actor.Name}";
        var identity = new CellIdentity(id, actor.Name, parent, system.Key.Fold(id.Value), system.FaultsOf(path));
        var cell = behavior.CreateCell(in identity);
        system.Actors.Add(cell);
        system.Root ??= cell;
        parent?.Children.Add(cell);
        return null;
    }

    private static void Set(ActorCell cell, ActorCondition condition)
    {
        cell.Sequence = condition.Sequence;
        cell.Release = condition.Release;
        cell.NumberNext = condition.NumberNext;
        cell.FailureNumber = condition.FailureNumber;
        cell.StartNumber = condition.StartNumber;
        cell.IsFailed = condition.IsFailed;
        cell.IsEscalated = condition.IsEscalated;
        cell.IsSuspended = condition.IsSuspended;
        cell.Restarts.Set(condition.RestartCount, condition.RestartStartTick);
    }

    private Error? Tie(ActorCell cell, ActorTies ties)
    {
        cell.Requests.AddRange(ties.Requests.Select(static ask => new Request(ask.Number, ask.Tag, ask.Target)));
        cell.AskedBy.AddRange(ties.AskedBy.Select(static tie => new AskedBy(tie.Actor, tie.Number)));
        cell.Watchers.AddRange(ties.Watchers.Select(static tie => new Watcher(tie.Actor, tie.Number)));
        foreach (var kept in ties.Edges)
        {
            var edge = cell.Edges.FindOrAdd(kept.To);
            (edge.OutstandingCount, edge.GrantedCount) = (kept.OutstandingCount, kept.GrantedCount);
            (edge.IsGranted, edge.IsGrantStale) = (kept.IsGranted, kept.IsGrantStale);
            if (kept.IsResolved && edge.Receiver is null)
            {
                system.Actors.Find(kept.To)?.Incoming.Add(edge);
            }
        }

        Error? error = null;
        foreach (var timer in ties.Timers)
        {
            var message = Read(cell, timer.Message, ref error);
            cell.Timers.Add(new(timer.Key, timer.Generation, timer.PeriodTicks, message));
        }

        foreach (var watch in ties.Watches)
        {
            cell.Watches.Add(new(watch.Target, watch.Number, Read(cell, watch.Notice, ref error)));
        }

        return error;
    }

    private object Read(ActorCell cell, ImmutableArray<byte> bytes, ref Error? error)
    {
        var (message, fault) = EnvelopeRestoring.Read(cell, bytes, Find);
        error ??= fault;
        return message!;
    }

    private static Error Damaged(ActorSnapshot actor, string found) =>
        new(actor.Path, found, "one tree of actors", "The snapshot is damaged, or of another version.");

    private static Error Unreadable(ActorSnapshot actor, Error error) =>
        error with
        {
            Where = $"{actor.Path}: {error.Where}",
        };
}
