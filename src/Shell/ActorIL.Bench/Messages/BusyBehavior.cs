using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>An actor that works on each message and sends itself the next one, a tick later.</summary>
/// <param name="MessageCount">How many it takes.</param>
/// <param name="WorkSteps">The work of each, as steps of <see cref="WorkBehavior"/>.</param>
public sealed record BusyBehavior(long MessageCount, int WorkSteps) : Behavior<BenchState, BenchMessage>
{
    public override TypeName BehaviorName => new("bench-busy", 1);

    public override BenchState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Tell(ctx.SelfAs<BenchMessage>(), new BenchMessage(1), delayTicks: 1);
        return default;
    }

    public override BenchState Receive(in Ctx ctx, BenchState state, BenchMessage message, scoped ref Outbox outbox)
    {
        var result = WorkBehavior.Work(message.Number, WorkSteps);
        var next = state with { Count = state.Count + 1 };
        if (next.Count < MessageCount)
        {
            outbox.Tell(ctx.SelfAs<BenchMessage>(), new BenchMessage(result), delayTicks: 1);
        }

        return next;
    }
}
