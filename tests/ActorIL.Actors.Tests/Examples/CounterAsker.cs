using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Examples;

/// <summary>Adds to a counter twice and asks it what it has counted, which becomes its own state.</summary>
internal sealed record CounterAsker : Behavior<CounterState, CounterMessage>
{
    public override TypeName BehaviorName => new("example-counter-asker", 1);

    public override CounterState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        var counter = outbox.Spawn(in ctx, "counter", new CounterBehavior(Limit: 10));
        outbox.Tell(counter, new CounterMessage.Add(2));
        outbox.Tell(counter, new CounterMessage.Add(4));
        var replyTo = outbox.NewReply<CounterState>(in ctx);
        outbox.Ask(counter, new CounterMessage.Tell(replyTo), replyTo, tag: 1, timeoutTicks: 10);
        return new(0);
    }

    public override CounterState Receive(in Ctx ctx, CounterState state, CounterMessage message, scoped ref Outbox outbox) =>
        message.Match(add: add => new CounterState(add.Count), tell: _ => state);

    public override CounterMessage FromAsk(int tag, AskOutcome outcome) => outcome.Match(
        replied: static replied => new CounterMessage.Add(replied.As<CounterState>().Count),
        timedOut: static _ => new CounterMessage.Add(-1),
        dead: static _ => new CounterMessage.Add(-2));
}
