using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Two actors that send one message back and forth for ever.</summary>
internal sealed record EchoBehavior(long DelayTicks) : Behavior<ScriptState, Order>
{
    private static readonly Order Ball = new("ball", []);

    public override TypeName BehaviorName => new("test-echo", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        if (ctx.Parent.IsNone)
        {
            outbox.Tell(outbox.Spawn(in ctx, "echo", this), Ball, DelayTicks);
        }

        return default;
    }

    public override Behavior? ChildBehavior(in Ctx ctx, string name) => this;

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
    {
        var other = ctx.Parent.IsNone ? ctx.Child<Order>("echo") : new ActorRef<Order>(ctx.Parent);
        outbox.Tell(other, Ball, DelayTicks);
        return state with { Count = state.Count + 1 };
    }
}
