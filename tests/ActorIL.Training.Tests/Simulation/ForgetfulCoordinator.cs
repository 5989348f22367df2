using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Training.Coordination;

namespace ActorIL.Training.Tests.Simulation;

/// <summary>
/// The coordinator with a mistake: it forgets the second clone, always or where the first one has come before it.
/// </summary>
internal sealed record ForgetfulCoordinator(CoordinatorBehavior Careful, bool IsAlways)
    : Behavior<CoordinatorState, CoordinatorMessage>
{
    // Stages of the reduced job, in the plan's order.
    private const int FirstClone = 2;
    private const int SecondClone = 3;

    public override TypeName BehaviorName => Careful.BehaviorName;

    public override CoordinatorState Init(in Ctx ctx, scoped ref Outbox outbox) => Careful.Init(in ctx, ref outbox);

    public override CoordinatorState Receive(
        in Ctx ctx,
        CoordinatorState state,
        CoordinatorMessage message,
        scoped ref Outbox outbox
    )
    {
        var stage = message.Match(_ => -1, _ => -1, ready => ready.Stage, _ => -1, _ => -1, _ => -1, _ => -1);
        var isForgotten = stage == SecondClone && (IsAlways || state.Stages[FirstClone].Policy is not null);
        return isForgotten ? state : Careful.Receive(in ctx, state, message, ref outbox);
    }

    public override Directive Supervise(CoordinatorState state, in Failure failure) =>
        Careful.Supervise(state, in failure);

    public override CoordinatorMessage FromAsk(int tag, AskOutcome outcome) => Careful.FromAsk(tag, outcome);
}
