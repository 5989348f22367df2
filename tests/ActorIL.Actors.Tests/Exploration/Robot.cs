using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>An actor whose work is outside: it takes one sample after the other and tells each to the root.</summary>
internal sealed record Robot(int CallCount) : Behavior<Balance, Order>
{
    public override TypeName BehaviorName => new("test-robot", 1);

    public override Balance Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Perform(new RobotCall(1), tag: 1, latencyTicks: 3);
        return new(0);
    }

    public override Balance Receive(in Ctx ctx, Balance state, Order message, scoped ref Outbox outbox)
    {
        var next = new Balance(state.Amount + 1);
        outbox.Tell(ctx.ParentAs<Order>(), message);
        if (next.Amount < CallCount)
        {
            outbox.Perform(new RobotCall(next.Amount + 1), tag: 1, latencyTicks: 3);
        }

        return next;
    }

    public override Order FromPerform(int tag, ExternalOutcome outcome) =>
        outcome.Match(
            completed: completed => completed.As<Order>(),
            refused: refused => throw new InvalidOperationException(refused.Reason)
        );

    /// <summary>What the robot answers; each question is put to it once, however often the answer comes.</summary>
    public static ExternalInterpreter Interpreter(List<long> asked) =>
        operation =>
            () =>
            {
                var number = ((RobotCall)operation).Number;
                asked.Add(number);
                return new ExternalOutcome.Completed(
                    new Order(string.Create(CultureInfo.InvariantCulture, $"sample {number}"), [])
                );
            };
}
