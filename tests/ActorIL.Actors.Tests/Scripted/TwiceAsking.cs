using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Asks twice with one reply address.</summary>
internal sealed record TwiceAsking : Behavior<ScriptState, Order>
{
    public override TypeName BehaviorName => new("test-twice-asking", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        var replyTo = outbox.NewReply<Order>(in ctx);
        var self = new ActorRef<Order>(ctx.Self);
        outbox.Ask(self, new Order("first", [], replyTo), replyTo, tag: 1);
        outbox.Ask(self, new Order("second", [], replyTo), replyTo, tag: 1);
        return default;
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) => state;
}
