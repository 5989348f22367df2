using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;

namespace ActorIL.Bench.Messages;

/// <summary>Does some arithmetic for each message and answers with what came out.</summary>
public sealed record WorkBehavior(int WorkSteps) : Behavior<BenchState, BenchMessage>
{
    public override TypeName BehaviorName => new("bench-work", 1);

    /// <summary>Work that nothing can leave out: a chain of so many hashes.</summary>
    public static long Work(long start, int stepCount)
    {
        var chain = new HashChain((ulong)start);
        for (var i = 0; i < stepCount; i++)
        {
            chain = chain.Append((ulong)i);
        }

        return (long)(chain.Value >> 1);
    }

    public override BenchState Init(in Ctx ctx, scoped ref Outbox outbox) => new(0, ctx.ParentAs<BenchMessage>());

    public override BenchState Receive(in Ctx ctx, BenchState state, BenchMessage message, scoped ref Outbox outbox)
    {
        outbox.Tell(state.Other, new BenchMessage(Work(message.Number, WorkSteps)));
        return state with { Count = state.Count + 1 };
    }
}
