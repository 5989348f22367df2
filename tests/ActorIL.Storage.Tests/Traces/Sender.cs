using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>The root of small systems: sends what a script says, and ends every fourth tick with a boundary.</summary>
/// <param name="TickCount">Ticks until it stops.</param>
/// <param name="Script">What it sends in a tick, from 1.</param>
internal sealed record Sender(int TickCount, Func<int, ImmutableArray<Parcel>> Script) : Behavior<Tally, Signal>
{
    /// <summary>The note of a boundary.</summary>
    public const string Boundary = "test.update";

    /// <summary>What its children do.</summary>
    public Receiver Child { get; init; } = new();

    /// <summary>What becomes of a child that fails.</summary>
    public Directive Answer { get; init; } = Directive.Resume;

    public override TypeName BehaviorName => new("test-sender", 1);

    public override Behavior? ChildBehavior(in Ctx ctx, string name) => Child;

    public override Tally Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, "a", Child);
        outbox.Spawn(in ctx, "b", Child);
        outbox.SetTimer(1, Signal.Of("tick", 0), delayTicks: 1, periodTicks: 1);
        return new(0, 0);
    }

    public override Tally Receive(in Ctx ctx, Tally state, Signal message, scoped ref Outbox outbox)
    {
        if (message.Kind != "tick")
        {
            return state with { Sum = state.Sum + message.Reward };
        }

        var next = state with { Count = state.Count + 1 };
        foreach (var parcel in Script(next.Count))
        {
            outbox.Tell(ctx.Child<Signal>(parcel.To), parcel.Signal, parcel.DelayTicks);
        }

        if (next.Count % 4 == 0)
        {
            outbox.Metric(Boundary, next.Count);
        }

        if (next.Count == TickCount)
        {
            outbox.CancelTimer(1);
        }

        return next;
    }

    public override Directive Supervise(Tally state, in Failure failure) => Answer;
}
