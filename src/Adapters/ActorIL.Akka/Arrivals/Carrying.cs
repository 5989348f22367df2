using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using Akka.Actor;

namespace ActorIL.Akka.Arrivals;

/// <summary>Carries what does not go into a mailbox at once.</summary>
internal static class Carrying
{
    /// <summary>Hands something to its receiver after a time: timers and time-outs end with their actor.</summary>
    public static void Wait(ActorSystem system, ArrivalSlot slot, ArrivalEnvelope envelope, TimeSpan time)
    {
        if (envelope.Kind is EnvelopeKind.Timer or EnvelopeKind.AskTimeout && slot.Timers is { } timers)
        {
            timers.StartSingleTimer(envelope, envelope, time);
        }
        else
        {
            system.Scheduler.ScheduleTellOnce(time, slot.Akka.Reference, envelope, ActorRefs.NoSender);
        }
    }

    /// <summary>Waits for the result of an operation outside and hands it to who asked.</summary>
    public static void Outside(ArrivalSlot slot, ArrivalEnvelope envelope)
    {
        envelope.WaitForOutside();
        slot.Akka.Reference.Tell(envelope, ActorRefs.NoSender);
    }
}
