using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Spawns a child each tick, watches and asks it, and has it stop the tick after: for ever.</summary>
internal sealed record Churn : Behavior<ScriptState, Order>
{
    public override TypeName BehaviorName => new("test-churn", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.SetTimer(1, new Order("next", []), delayTicks: 1, periodTicks: 1);
        return default;
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
    {
        if (message.Label != "next")
        {
            return state;
        }

        var name = state.Count.ToString(CultureInfo.InvariantCulture);
        var child = outbox.Spawn(in ctx, name, ScriptedBehavior.Of(Act.Tell(ctx.Self, "ready")));
        var replyTo = outbox.NewReply<Order>(in ctx);
        outbox.Watch(child.Id, new Order("gone", []));
        outbox.Ask(child, new Order("question", [Act.Reply("answer")], replyTo), replyTo, tag: 1, timeoutTicks: 3);
        outbox.Tell(child, new Order("end", [Act.StopSelf()]), delayTicks: 1);
        outbox.Tell(new ActorRef<Order>(ctx.Child("nobody")), new Order("lost", []));
        return state with { Count = state.Count + 1 };
    }

    public override Order FromAsk(int tag, AskOutcome outcome) => new("answered", []);
}
