using System.Collections.Concurrent;
using ActorIL.Actors.Hosts;
using ActorIL.Akka.Hosting;
using Akka.Actor;

namespace ActorIL.Akka.Arrivals;

/// <summary>What stands for one of our actors in Akka, whichever instance of the Akka actor is there.</summary>
internal sealed class ArrivalSlot(HostedActor actor)
{
    public HostedActor Actor { get; } = actor;

    public ActorSlot Akka { get; } = new(actor.Path);

    /// <summary>The Akka actor's own surroundings: used on its own turn only.</summary>
    public IActorContext? Context { get; set; }

    /// <summary>Its timers: used on its own turn only.</summary>
    public ITimerScheduler? Timers { get; set; }

    /// <summary>What comes before the mailbox.</summary>
    public ConcurrentQueue<ArrivalEnvelope> Released { get; } = new();

    /// <summary>What was overtaken and is looked at again.</summary>
    public ArrivalEnvelope? Redo { get; set; }

    /// <summary>What Akka has handed over and was not looked at yet.</summary>
    public Queue<ArrivalEnvelope> Backlog { get; } = new();

    /// <summary>Notices of ends, until Akka tells of them too. Under the host's lock.</summary>
    public List<(IActorRef Ended, ArrivalEnvelope Notice)> Notices { get; } = [];

    /// <summary>Its failure, until its parent has answered. Under the host's lock.</summary>
    public ArrivalEnvelope? Failure { get; set; }

    /// <summary>How often Akka has begun it anew.</summary>
    public long RestartCount { get; set; }

    /// <summary>Whether the failure is to be thrown at the end of this turn.</summary>
    public bool IsThrowing { get; set; }
}
