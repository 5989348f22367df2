using Akka.Actor;

namespace ActorIL.Akka.Arrivals;

/// <summary>Runs one behaviour on what its mailbox brings, in the order in which it arrives.</summary>
internal sealed class ArrivalActor(ArrivalHost host, ArrivalSlot slot) : UntypedActor, IWithTimers
{
    public ITimerScheduler Timers { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        (slot.Context, slot.Timers) = (Context, Timers);
        host.Turn(slot, message);
    }

    protected override SupervisorStrategy SupervisorStrategy() => host.StrategyOf(slot);

    /// <summary>Children that are to stop have been stopped by name; those of the new beginning stay.</summary>
    protected override void PreRestart(Exception reason, object message) { }

    protected override void PostRestart(Exception reason)
    {
        slot.RestartCount++;
        Self.Tell(Nudge.Instance);
    }

    protected override void PostStop() => host.Stopped(slot);
}
