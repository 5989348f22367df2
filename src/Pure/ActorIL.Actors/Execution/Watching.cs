using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Who is told of whose end, in the commit of a round.</summary>
internal static class Watching
{
    /// <summary>
    /// Begins a watch; it replaces one of the same actor. Where there is no such actor, the notice comes at once.
    /// </summary>
    public static void Begin(ActorSystem system, ActorCell cell, in Effect effect, long cause)
    {
        End(system, cell, in effect);
        var watch = new Watch(effect.To, cell.NumberNext++, effect.Body!);
        cell.Watches.Add(watch);
        if (system.Actors.Find(effect.To) is { } target)
        {
            target.Watchers.Add(new(cell.Id, watch.Number));
            system.Watched?.Invoke(cell, target);
        }
        else
        {
            system.SendFromNobody(cell, EnvelopeKind.Notice, watch.Number, cause);
        }
    }

    public static void End(ActorSystem system, ActorCell cell, in Effect effect)
    {
        for (var i = 0; i < cell.Watches.Count; i++)
        {
            if (cell.Watches[i].Target == effect.To)
            {
                if (system.Actors.Find(effect.To) is { } target)
                {
                    target.Watchers.Remove(new(cell.Id, cell.Watches[i].Number));
                    system.Unwatched?.Invoke(cell, target);
                }

                cell.Watches.RemoveAt(i);
                return;
            }
        }
    }

    /// <summary>Ends all watches of an actor that stops.</summary>
    public static void Forget(ActorSystem system, ActorCell cell)
    {
        foreach (var watch in cell.Watches)
        {
            system.Actors.Find(watch.Target)?.Watchers.Remove(new(cell.Id, watch.Number));
        }

        cell.Watches.Clear();
    }

    /// <summary>
    /// Tells the watchers, in the order they began to watch, after the last thing the actor has sent.
    /// </summary>
    public static void Notify(ActorSystem system, ActorCell cell, long cause)
    {
        foreach (var watcher in cell.Watchers)
        {
            system.SendFrom(cell, watcher.Id, EnvelopeKind.Notice, watcher.Number, cause);
        }

        cell.Watchers.Clear();
    }
}
