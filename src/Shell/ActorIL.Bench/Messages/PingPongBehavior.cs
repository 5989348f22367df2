using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>
/// Two actors that answer each other's message with a new one, a tick later, until so many were sent.
/// </summary>
public sealed record PingPongBehavior(long MessageCount) : Behavior<BenchState, BenchMessage>
{
    public override TypeName BehaviorName => new("bench-ping-pong", 1);

    public override BenchState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        if (!ctx.Parent.IsNone)
        {
            return new(0, ctx.ParentAs<BenchMessage>());
        }

        var other = outbox.Spawn(in ctx, "other", this);
        outbox.Tell(other, new BenchMessage(1), delayTicks: 1);
        return new(0, other);
    }

    public override BenchState Receive(in Ctx ctx, BenchState state, BenchMessage message, scoped ref Outbox outbox)
    {
        if (message.Number < MessageCount)
        {
            outbox.Tell(state.Other, new BenchMessage(message.Number + 1), delayTicks: 1);
        }

        return state with
        {
            Count = state.Count + 1,
        };
    }
}
