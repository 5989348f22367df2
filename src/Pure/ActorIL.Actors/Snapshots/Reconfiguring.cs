using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Snapshots;

/// <summary>Tells every actor that does something else under a new root, by an envelope of the next round.</summary>
internal static class Reconfiguring
{
    public static Error? Run(ActorSystem system, Reconfiguration reconfiguration)
    {
        foreach (var cell in system.Actors.InOrder())
        {
            if (cell.IsFailed || cell.IsSuspended)
            {
                return new(
                    cell.Path,
                    "an actor that waits for the answer to a failure",
                    "a boundary where every actor takes messages",
                    "Fork a round later."
                );
            }
        }

        var waiting = new Queue<(ActorCell Cell, Behavior Behavior)>();
        waiting.Enqueue((system.Root!, reconfiguration.Root));
        while (waiting.TryDequeue(out var next))
        {
            var (cell, behavior) = next;
            if (!cell.TakesOver(behavior))
            {
                return new(
                    cell.Path,
                    $"{behavior.BehaviorName}, which cannot go on from its state",
                    cell.Behavior.BehaviorName.ToString(),
                    "A fork changes what an actor is configured with, not what it is."
                );
            }

            if (!cell.Behavior.Equals(behavior))
            {
                Tell(system, cell, new(behavior, reconfiguration.ChangedKeys));
            }

            var ctx = new Ctx(cell.Id, cell.Parent?.Id ?? default, system.Tick, cell.Key);
            foreach (var child in cell.Children)
            {
                if (behavior.ChildBehavior(in ctx, child.Name) is not { } given)
                {
                    return new(
                        child.Path,
                        "no such actor under the new configuration",
                        "the actors of this boundary",
                        "Fork at a boundary where it does not live, or leave the key that makes it as it is."
                    );
                }

                waiting.Enqueue((child, given));
            }
        }

        return null;
    }

    private static void Tell(ActorSystem system, ActorCell cell, NewConfiguration configuration)
    {
        ref var envelope = ref system.Queue.Next.Add(cell.Id, default, ++cell.Release);
        envelope.Kind = EnvelopeKind.Reconfigure;
        envelope.Body = configuration;
    }
}
