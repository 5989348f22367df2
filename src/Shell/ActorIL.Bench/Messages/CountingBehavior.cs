using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>Counts what it gets.</summary>
public sealed record CountingBehavior : Behavior<BenchState, BenchMessage>
{
    public override TypeName BehaviorName => new("bench-counting", 1);

    public override BenchState Init(in Ctx ctx, scoped ref Outbox outbox) => default;

    public override BenchState Receive(in Ctx ctx, BenchState state, BenchMessage message, scoped ref Outbox outbox) =>
        state with
        {
            Count = state.Count + 1,
        };
}
