using ActorIL.Akka.Hosting;
using Akka.Actor;

namespace ActorIL.Akka.Ordered;

/// <summary>
/// Runs the steps of one of our actors when told to. Failures of its behaviour do not leave its steps: what Akka's
/// supervision sees is a fault of the host, and that stops the actor.
/// </summary>
internal sealed class OrderedActor(OrderedExecutor executor, ActorSlot slot) : UntypedActor
{
    /// <summary>How such an actor is made.</summary>
    public static Props Props(OrderedExecutor executor, ActorSlot slot) =>
        global::Akka.Actor.Props.Create<OrderedActor>(executor, slot).WithDispatcher(AkkaConfiguration.DispatcherId);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Turn turn:
                executor.RunTurn(turn);
                break;
            case ChildRequest request:
                var child = Context.ActorOf(Props(executor, request.Slot), ActorNames.Free(Context, request.Name));
                request.Slot.Reference = child;
                request.Done.SetResult();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(static _ => Directive.Stop);

    protected override void PostStop()
    {
        if (!slot.IsEnded)
        {
            executor.Lost(slot);
        }
    }
}
