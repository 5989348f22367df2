using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>A producer as fast as its credit lets it be, and a consumer that handles one message a tick.</summary>
internal sealed record CreditSystem(long MessageCount, long Window) : Behavior<ScriptState, Order>
{
    public override TypeName BehaviorName => new("test-credit-system", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, "consumer", new CreditConsumer(Window));
        outbox.Spawn(in ctx, "producer", new CreditProducer(MessageCount));
        return default;
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) =>
        state;

    public override Behavior? ChildBehavior(in Ctx ctx, string name) =>
        name == "consumer" ? new CreditConsumer(Window) : new CreditProducer(MessageCount);

    /// <summary>Sends as many as each order of the consumer asks for, until all are sent.</summary>
    internal sealed record CreditProducer(long MessageCount) : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-credit-producer", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox) => default;

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
        {
            var count = Math.Min(message.Acts[0].A, MessageCount - state.Count);
            for (var i = 0; i < count; i++)
            {
                outbox.Tell(new ActorRef<Order>(ctx.Parent.Child("consumer")), new Order("item", []));
            }

            return state with
            {
                Count = state.Count + count,
            };
        }
    }

    /// <summary>Puts items aside and takes one out each tick, granting one more for each it has taken.</summary>
    internal sealed record CreditConsumer(long Window) : Behavior<ScriptState, Order>
    {
        private const string Tick = "tick";

        public override TypeName BehaviorName => new("test-credit-consumer", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
        {
            Grant(in ctx, Window, ref outbox);
            return default;
        }

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
        {
            // Digest counts the items that wait; Count those that are handled.
            var isTick = message.Label == Tick;
            var waiting = isTick ? state.Digest - 1 : state.Digest + 1;
            if (isTick)
            {
                Grant(in ctx, 1, ref outbox);
            }

            if (isTick ? waiting > 0 : waiting == 1)
            {
                outbox.SetTimer(1, new Order(Tick, []), delayTicks: 1);
            }

            return new(state.Count + (isTick ? 1 : 0), waiting);
        }

        private static void Grant(in Ctx ctx, long count, scoped ref Outbox outbox)
        {
            var producer = ctx.Parent.Child("producer");
            outbox.Credit(producer, count);
            outbox.Tell(new ActorRef<Order>(producer), new Order("more", [Act.Credit(producer, count)]));
        }
    }
}
