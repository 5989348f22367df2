using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Has a child that puts something into a message that is neither state nor message nor configuration.</summary>
internal sealed record LeakyRoot(Func<int> Ambient) : Behavior<ScriptState, Order>
{
    public override TypeName BehaviorName => new("test-leaky-root", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        var leaky = outbox.Spawn(in ctx, "leaky", new Leaky(Ambient));
        outbox.Tell(leaky, new Order("clean", []), 1);
        outbox.Tell(leaky, new Order("leak", []), 2);
        return default;
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) => state;

    private sealed record Leaky(Func<int> Ambient) : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-leaky", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox) => default;

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
        {
            if (message.Label == "leak")
            {
                var text = FormattableString.Invariant($"leak {Ambient()}");
                outbox.Tell(new ActorRef<Order>(ctx.Parent), new Order(text, []));
            }

            return state;
        }
    }
}
