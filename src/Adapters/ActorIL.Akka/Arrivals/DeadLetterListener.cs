using ActorIL.Actors.Hosts;
using Akka.Actor;
using Akka.Event;

namespace ActorIL.Akka.Arrivals;

/// <summary>Tells the host what Akka could not hand over.</summary>
internal sealed class DeadLetterListener(ArrivalHost host) : UntypedActor
{
    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));

    protected override void OnReceive(object message)
    {
        if (message is DeadLetter { Message: ArrivalEnvelope envelope })
        {
            host.Lost(envelope);
        }
    }
}
