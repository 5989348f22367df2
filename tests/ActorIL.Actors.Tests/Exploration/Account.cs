using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>Tells its balance to whoever asks, and takes whatever balance it is told.</summary>
internal sealed record Account : Behavior<Balance, Money>
{
    public override TypeName BehaviorName => new("test-account", 1);

    public override Balance Init(in Ctx ctx, scoped ref Outbox outbox) => new(0);

    public override Balance Receive(in Ctx ctx, Balance state, Money message, scoped ref Outbox outbox)
    {
        if (message.Verb == "put")
        {
            return new(message.Amount);
        }

        // The account's own name travels as the message's; the customer as the sibling whose name Amount picks.
        var customer = Bank.Customers[(int)message.Amount];
        outbox.Tell(Bank.Ref(customer), new Money("value", message.Account, state.Amount));
        return state;
    }
}
