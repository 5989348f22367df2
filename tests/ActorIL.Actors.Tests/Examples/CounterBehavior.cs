using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Examples;

/// <summary>Counts up to a limit.</summary>
internal sealed record CounterBehavior(long Limit) : Behavior<CounterState, CounterMessage>
{
    public override TypeName BehaviorName => new("example-counter", 1);

    public override CounterState Init(in Ctx ctx, scoped ref Outbox outbox) => new(0);

    public override CounterState Receive(
        in Ctx ctx, CounterState state, CounterMessage message, scoped ref Outbox outbox)
    {
        var next = message.Match(in ctx, state, ref outbox, add: Add, tell: Tell);
        return next with { Count = Math.Min(next.Count, Limit) };
    }

    private static CounterState Add(in Ctx ctx, CounterState state, CounterMessage.Add message, scoped ref Outbox outbox) =>
        state with { Count = state.Count + message.Count };

    private static CounterState Tell(in Ctx ctx, CounterState state, CounterMessage.Tell message, scoped ref Outbox outbox)
    {
        outbox.Reply(message.ReplyTo, state);
        return state;
    }
}
