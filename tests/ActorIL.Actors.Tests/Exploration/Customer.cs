using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>
/// Adds to accounts by reading and then writing, which is the mistake: what another one writes in between is lost.
/// </summary>
/// <param name="Index">Which customer, from 0.</param>
/// <param name="Accounts">Which accounts.</param>
/// <param name="WaitCount">Messages to itself before it begins.</param>
internal sealed record Customer(int Index, string Accounts, int WaitCount) : Behavior<Balance, Money>
{
    public override TypeName BehaviorName => new("test-customer", 1);

    public override Balance Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Tell(ctx.SelfAs<Money>(), new Money("wait", "", WaitCount));
        return new(0);
    }

    public override Balance Receive(in Ctx ctx, Balance state, Money message, scoped ref Outbox outbox)
    {
        if (message.Verb == "value")
        {
            outbox.Tell(Bank.Ref(message.Account), new Money("put", message.Account, message.Amount + 1));
        }
        else if (message.Amount > 0)
        {
            outbox.Tell(ctx.SelfAs<Money>(), message with { Amount = message.Amount - 1 });
        }
        else
        {
            foreach (var account in Accounts)
            {
                outbox.Tell(Bank.Ref(account.ToString()), new Money("get", account.ToString(), Index));
            }
        }

        return state;
    }
}
