using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Environments;

namespace ActorIL.Training.Replay;

/// <summary>Keeps every labelled observation of a stage, in order: DAgger's aggregate.</summary>
/// <param name="Environment">Whose observations and actions.</param>
public sealed record ReplayBehavior(EnvironmentEntry Environment) : Behavior<ReplayState, ReplayMessage>
{
    public override TypeName BehaviorName => new("replay-buffer", 1);

    public override ReplayState Init(in Ctx ctx, scoped ref Outbox outbox) =>
        new(LabelledBatch.Empty(Environment.Module.Observations.Size, Environment.Module.Actions.Size));

    public override ReplayState Receive(
        in Ctx ctx,
        ReplayState state,
        ReplayMessage message,
        scoped ref Outbox outbox
    ) => message.Match<ReplayState, Outbox>(in ctx, state, ref outbox, Append);

    private static ReplayState Append(
        in Ctx ctx,
        ReplayState state,
        ReplayMessage.Append request,
        scoped ref Outbox outbox
    )
    {
        var aggregate = state.Aggregate.Append(request.Batch);
        outbox.Reply(request.ReplyTo, aggregate);
        return new(aggregate);
    }
}
