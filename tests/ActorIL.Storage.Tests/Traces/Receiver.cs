using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>A child of small systems: answers its parent, asks the world outside, or fails, as it is told.</summary>
internal sealed record Receiver : Behavior<Tally, Signal>
{
    /// <summary>The signal it fails over; 0 for none.</summary>
    public int FailsAt { get; init; }

    public override TypeName BehaviorName => new("test-receiver", 1);

    public override Tally Init(in Ctx ctx, scoped ref Outbox outbox) => new(0, 0);

    public override Tally Receive(in Ctx ctx, Tally state, Signal message, scoped ref Outbox outbox)
    {
        if (FailsAt != 0 && message.Index == FailsAt && message.Kind == "say")
        {
            throw new InvalidOperationException("scripted failure");
        }

        if (message.Kind == "ask outside")
        {
            outbox.Perform(new ClockOperation(), message.Index, latencyTicks: 1 + (message.Index % 3));
        }

        outbox.Tell(ctx.ParentAs<Signal>(), Signal.Of("heard", message.Index, state.Sum + message.Reward));
        return state.With(message.Reward);
    }

    public override Signal FromPerform(int tag, ExternalOutcome outcome) =>
        outcome.Match(completed => completed.As<Signal>(), refused => Signal.Of(refused.Reason, tag));
}
