using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>Two robots side by side; it counts the samples of both.</summary>
internal sealed record RobotRoot(int CallCount) : Behavior<Balance, Order>
{
    public override TypeName BehaviorName => new("test-robot-root", 1);

    public override Balance Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, "first", new Robot(CallCount));
        outbox.Spawn(in ctx, "second", new Robot(CallCount));
        return new(0);
    }

    public override Balance Receive(in Ctx ctx, Balance state, Order message, scoped ref Outbox outbox) =>
        new(state.Amount + 1);
}
