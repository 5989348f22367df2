using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Sets a timer with something that is no message of it.</summary>
internal sealed record ForeignTimer : Behavior<ScriptState, Order>
{
    public override TypeName BehaviorName => new("test-foreign-timer", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.SetTimer(1, "not an order", delayTicks: 1);
        return default;
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) => state;
}
