using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Checkpoints;

/// <summary>A parent and a child that send numbers back and forth, one longer each time.</summary>
internal sealed record CountBehavior(int CountMax) : Behavior<CountState, CountMessage>
{
    public override TypeName BehaviorName => new("test-count", 1);

    public override CountState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        if (ctx.Parent.IsNone)
        {
            outbox.Tell(outbox.Spawn(in ctx, "child", this), new CountMessage(ParameterBlock.Copy([1.5f])), 1);
        }

        return new(0, Numbers: null);
    }

    public override CountState Receive(in Ctx ctx, CountState state, CountMessage message, scoped ref Outbox outbox)
    {
        var longer = ParameterBlock.Copy([.. message.Numbers!.Values, state.Count]);
        if (state.Count < CountMax)
        {
            var other = ctx.Parent.IsNone ? ctx.Child<CountMessage>("child") : ctx.ParentAs<CountMessage>();
            outbox.Tell(other, new CountMessage(longer), 1);
        }

        return new(state.Count + 1, message.Numbers);
    }

    public override Behavior? ChildBehavior(in Ctx ctx, string name) => this;
}
