using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>What waits at an actor: held while it is suspended, or put aside by its behaviour.</summary>
internal static class Mailbox
{
    /// <summary>Keeps an envelope for a suspended actor. Run on the worker that owns the actor.</summary>
    public static void Hold(ActorCell cell, in Envelope envelope, long tick, int micro) =>
        cell.Held.Add(Kept(in envelope, tick, micro));

    /// <summary>Puts the message of a step aside.</summary>
    public static void Stash(ActorSystem system, ActorCell cell, in Envelope envelope, object? message)
    {
        var kept = Kept(in envelope, system.Tick, system.Micro);
        kept.Edge = null;
        if (envelope.Kind != EnvelopeKind.Message)
        {
            (kept.Kind, kept.Body, kept.Number) = (EnvelopeKind.Message, message, 0);
        }

        cell.Stash.Add(kept);
    }

    public static void Unstash(ActorSystem system, ActorCell cell)
    {
        cell.StashCount -= cell.Stash.Count;
        Release(system, cell, cell.Stash);
    }

    /// <summary>Sends what was held on, if the actor takes messages again.</summary>
    public static void ReleaseHeld(ActorSystem system, ActorCell cell)
    {
        if (!cell.IsSuspended)
        {
            Release(system, cell, cell.Held);
        }
    }

    /// <summary>Lets Init come first, then what was put aside, then what was held.</summary>
    public static void Restart(ActorSystem system, ActorCell cell, long cause)
    {
        cell.StashCount -= cell.Stash.Count;
        cell.Held.InsertRange(0, cell.Stash);
        cell.Stash.Clear();
        cell.Held.Insert(
            0,
            new()
            {
                To = cell.Id,
                Kind = EnvelopeKind.Start,
                Number = ++cell.StartNumber,
                Cause = cause,
                SentTick = system.Tick,
                SentMicro = system.Micro,
            }
        );
        ReleaseHeld(system, cell);
    }

    /// <summary>Gives up what waits at an actor that has stopped.</summary>
    public static void Discard(ActorSystem system, ActorCell cell, long cause)
    {
        Discard(system, cell.Stash, "Its receiver stopped with it in the stash.", cause);
        Discard(system, cell.Held, "Its receiver was stopped while suspended.", cause);
        cell.Stash.Clear();
        cell.Held.Clear();
    }

    private static void Discard(ActorSystem system, List<Envelope> waiting, string reason, long cause)
    {
        foreach (var envelope in waiting)
        {
            envelope.Edge?.Settle();
            if (DeadLetters.Takes(envelope.Kind))
            {
                DeadLetters.Add(system, in envelope, reason, cause);
            }
        }
    }

    private static void Release(ActorSystem system, ActorCell cell, List<Envelope> waiting)
    {
        foreach (var envelope in waiting)
        {
            system.SendAgain(cell, in envelope);
        }

        waiting.Clear();
    }

    private static Envelope Kept(in Envelope envelope, long tick, int micro)
    {
        var kept = envelope;
        kept.SentAs ??= new(envelope.KeyAt(tick, micro));
        return kept;
    }
}
