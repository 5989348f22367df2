using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Blocks;

/// <summary>
/// Some environments of a stage as one actor: it steps them T times a message and answers T ticks later. It tells the
/// collector whenever it starts, which is how work lost to a failure is asked for again.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="BlockIndex">Which block, from 0.</param>
/// <param name="EnvironmentCount">Environments of this block, ≥ 1.</param>
/// <param name="EpisodeKey">The key all blocks of the stage fold episode keys from.</param>
public sealed record BlockBehavior(
    EnvironmentEntry Environment,
    int BlockIndex,
    int EnvironmentCount,
    RngKey EpisodeKey
) : Behavior<BlockState, BlockMessage>
{
    public override TypeName BehaviorName => new("environment-block", 1);

    public override BlockState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Tell(ctx.ParentAs<CollectorMessage>(), new CollectorMessage.Ready(BlockIndex));
        var first = BlockIndex * EnvironmentCount;
        return new(VectorEnvironment.Start(Environment.Module, EnvironmentCount, EpisodeKey, first).Snapshot());
    }

    public override BlockState Receive(in Ctx ctx, BlockState state, BlockMessage message, scoped ref Outbox outbox) =>
        message.Match<BlockState, Outbox>(in ctx, state, ref outbox, Collect);

    private BlockState Collect(in Ctx ctx, BlockState state, BlockMessage.Collect request, scoped ref Outbox outbox)
    {
        var environments = VectorEnvironment.Resume(Environment.Module, request.Resume ?? state.Environments);
        var key = ctx.Key.Fold("actions").Fold((ulong)request.Sequence);
        var recording = BlockStepping.Run(Environment, environments, request.Drive, request.StepCount, key);
        var snapshot = environments.Snapshot();
        outbox.Tell(
            ctx.ParentAs<CollectorMessage>(),
            new CollectorMessage.Finished(
                new(
                    BlockIndex,
                    request.Sequence,
                    recording.ToRollout(),
                    snapshot,
                    recording.Returns,
                    recording.ExpertStepCount
                )
            ),
            request.StepCount
        );
        return new(snapshot);
    }
}
