using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Blocks;

/// <summary>
/// Some environments of a stage as one actor: it steps them T times a message and answers T ticks later. It tells the
/// collector whenever it starts, which is how work lost to a failure is asked for again. Environments in another
/// process it has stepped there.
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
        message.Match<BlockState, Outbox>(in ctx, state, ref outbox, Collect, Stepped);

    public override BlockMessage FromPerform(int tag, ExternalOutcome outcome) =>
        new BlockMessage.Stepped(WorkResult<BlockChunk>.Of(tag, outcome));

    private BlockState Collect(in Ctx ctx, BlockState state, BlockMessage.Collect request, scoped ref Outbox outbox)
    {
        var key = ctx.Key.Fold("actions").Fold((ulong)request.Sequence);
        var states = request.Resume ?? state.Environments;
        var work = new BlockWork(Environment, ctx.Self, BlockIndex, request, states, key);
        if (Environment.Outside is null)
        {
            return Answer(in ctx, work.Compute(), waitedTicks: 0, ref outbox);
        }

        outbox.Perform(work, tag: 0, EnvironmentWork.LatencyTicks);
        return new(states);
    }

    // A failure is this actor's: its supervisor starts it again and asks for the chunk again.
    private static BlockState Stepped(
        in Ctx ctx,
        BlockState state,
        BlockMessage.Stepped stepped,
        scoped ref Outbox outbox
    ) => Answer(in ctx, stepped.Result.Require(), EnvironmentWork.LatencyTicks, ref outbox);

    private static BlockState Answer(in Ctx ctx, BlockChunk chunk, int waitedTicks, scoped ref Outbox outbox)
    {
        outbox.Tell(
            ctx.ParentAs<CollectorMessage>(),
            new CollectorMessage.Finished(chunk),
            chunk.Rollout.StepCount - waitedTicks
        );
        return new(chunk.States);
    }
}
