using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>An actor that sends another so many messages each tick, which only counts them.</summary>
public sealed record FloodBehavior(long TickCount, int MessagesPerTick) : Behavior<BenchState, BenchMessage>
{
    public override TypeName BehaviorName => new("bench-flood", 1);

    public override BenchState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Tell(ctx.SelfAs<BenchMessage>(), new BenchMessage(1), delayTicks: 1);
        return new(0, outbox.Spawn(in ctx, "sink", new CountingBehavior()));
    }

    public override BenchState Receive(in Ctx ctx, BenchState state, BenchMessage message, scoped ref Outbox outbox)
    {
        for (var i = 0; i < MessagesPerTick; i++)
        {
            outbox.Tell(state.Other, new BenchMessage(i));
        }

        if (message.Number < TickCount)
        {
            outbox.Tell(ctx.SelfAs<BenchMessage>(), new BenchMessage(message.Number + 1), delayTicks: 1);
        }

        return state with
        {
            Count = state.Count + 1,
        };
    }
}
