using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Counts in place, tells its parent the count, and fails where an order says so, having counted already.</summary>
internal sealed record InPlaceBehavior : Behavior<InPlaceCount, Order>
{
    public override TypeName BehaviorName => new("test-in-place", 1);

    public override InPlaceCount Init(in Ctx ctx, scoped ref Outbox outbox) => new();

    public override InPlaceCount Receive(in Ctx ctx, InPlaceCount state, Order message, scoped ref Outbox outbox)
    {
        state.Count++;
        if (message.Acts.Length > 0)
        {
            throw new InvalidOperationException("half done");
        }

        outbox.Tell(new ActorRef<Order>(ctx.Parent), new Order(state.Count.ToString(CultureInfo.InvariantCulture), []));
        return state;
    }
}
