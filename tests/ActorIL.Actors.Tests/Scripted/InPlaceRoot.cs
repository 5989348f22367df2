using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>A root that would resume its child, which counts in place and fails at its third order.</summary>
internal sealed record InPlaceRoot : Behavior<ScriptState, Order>
{
    public override TypeName BehaviorName => new("test-in-place-root", 1);

    public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        var child = outbox.Spawn(in ctx, "child", new InPlaceBehavior());
        for (var i = 1; i <= 5; i++)
        {
            outbox.Tell(child, new Order("count", i == 3 ? [Act.Throw()] : []), i);
        }

        return default;
    }

    public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) =>
        new(state.Count + 1, state.Digest ^ (ulong)message.Label.Length);

    public override Behavior? ChildBehavior(in Ctx ctx, string name) => new InPlaceBehavior();

    public override Directive Supervise(ScriptState state, in Failure failure) => Directive.Resume;
}
