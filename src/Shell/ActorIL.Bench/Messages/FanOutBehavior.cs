using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>An actor that gives each of its children a piece of work each tick, once all have answered.</summary>
/// <param name="TickCount">How often.</param>
/// <param name="ChildCount">How many children.</param>
/// <param name="WorkSteps">How much work a piece is, as steps of <see cref="WorkBehavior"/>.</param>
public sealed record FanOutBehavior(long TickCount, int ChildCount, int WorkSteps) : Behavior<BenchState, BenchMessage>
{
    public override TypeName BehaviorName => new("bench-fan-out", 1);

    public override BenchState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        for (var i = 0; i < ChildCount; i++)
        {
            outbox.Spawn(in ctx, NameOf(i), new WorkBehavior(WorkSteps));
        }

        Send(in ctx, number: 1, ref outbox);
        return default;
    }

    public override BenchState Receive(in Ctx ctx, BenchState state, BenchMessage message, scoped ref Outbox outbox)
    {
        var next = state with { Count = state.Count + 1 };
        if (next.Count % ChildCount == 0 && next.Count / ChildCount < TickCount)
        {
            Send(in ctx, message.Number + 1, ref outbox);
        }

        return next;
    }

    private void Send(in Ctx ctx, long number, scoped ref Outbox outbox)
    {
        for (var i = 0; i < ChildCount; i++)
        {
            outbox.Tell(ctx.Child<BenchMessage>(NameOf(i)), new BenchMessage(number), delayTicks: 1);
        }
    }

    private static string NameOf(int index) => index.ToString(CultureInfo.InvariantCulture);
}
