using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Has a child that fails, and fails over the answer.</summary>
internal sealed record ThrowingSupervisor : Behavior<ScriptState, Order>
{
    public override TypeName BehaviorName => new("test-throwing-supervisor", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, "bad", ScriptedBehavior.Of(Act.Throw()));
        return default;
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) => state;

    public override Directive Supervise(ScriptState state, in Failure failure) =>
        throw new InvalidOperationException("no answer");
}
