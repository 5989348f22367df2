using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Pipelines;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Blocks;
using ActorIL.Training.Outside;
using ActorIL.Training.Pipelines;

namespace ActorIL.Training.Collection;

/// <summary>
/// Supervises environment blocks and makes one rollout of their chunks. A block that failed starts again and says so;
/// it is then asked for its chunk again, from where this actor knows it stood. Environments are pure: one that fails
/// again and again fails the collector, and with it the run.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="EnvironmentCount">N, a multiple of the block count.</param>
/// <param name="BlockCount">Blocks the environments are dealt to, ≥ 1.</param>
/// <param name="RetriesMax">Times a failed chunk is asked for again, ≥ 0.</param>
internal sealed record CollectorBehavior(
    EnvironmentEntry Environment,
    int EnvironmentCount,
    int BlockCount,
    int RetriesMax
) : Behavior<CollectorState, CollectorMessage>
{
    /// <summary>What rollouts go through before they are handed out, in order.</summary>
    public EquatableArray<PipelineStage<Collected>> Stages { get; init; } = [];

    public override TypeName BehaviorName => new("collector", 1);

    /// <summary>
    /// Virtual time stands still while a chunk is repeated, so a window of one tick counts the repeats of one chunk;
    /// where another process steps, each repeat takes a tick.
    /// </summary>
    public override SupervisionStrategy Strategy =>
        new(
            SupervisionScope.OneForOne,
            RetriesMax,
            Environment.Outside is null ? 1 : Math.Max(1, RetriesMax * EnvironmentWork.LatencyTicks),
            Exceeded: Directive.Escalate
        );

    private ITransducer<ChainState<PendingItems<BlockChunk>, Stateless>, BlockChunk, Collected> Pipeline { get; } =
        RolloutPipeline.Of(BlockCount);

    public override CollectorState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        for (var block = 0; block < BlockCount; block++)
        {
            outbox.Spawn(in ctx, BlockName(block), Block(in ctx, block));
        }

        var unknown = new BlockSlot(Ready: false, States: null, Answered: 0);
        return new(Sequence: 0, Request: null, [.. Enumerable.Repeat(unknown, BlockCount)], Pipeline.Init())
        {
            Stages = StageChain.Init(Stages),
        };
    }

    public override CollectorState Receive(
        in Ctx ctx,
        CollectorState state,
        CollectorMessage message,
        scoped ref Outbox outbox
    ) => message.Match<CollectorState, Outbox>(in ctx, state, ref outbox, Collect, Ready, Finished);

    public override Directive Supervise(CollectorState state, in Failure failure) => Directive.Restart;

    public override Behavior? ChildBehavior(in Ctx ctx, string name)
    {
        for (var block = 0; block < BlockCount; block++)
        {
            if (BlockName(block) == name)
            {
                return Block(in ctx, block);
            }
        }

        return null;
    }

    /// <summary>By the configuration alone: the pipeline follows from it.</summary>
    public bool Equals(CollectorBehavior? other) =>
        other is not null
        && (Environment, EnvironmentCount, BlockCount, RetriesMax, Stages)
            == (other.Environment, other.EnvironmentCount, other.BlockCount, other.RetriesMax, other.Stages);

    public override int GetHashCode() => EnvironmentCount;

    private BlockBehavior Block(in Ctx ctx, int block) =>
        new(Environment, block, EnvironmentCount / BlockCount, ctx.Key.Fold("episodes"));

    private static string BlockName(int block) => string.Create(CultureInfo.InvariantCulture, $"block-{block}");

    private static CollectorState Collect(
        in Ctx ctx,
        CollectorState state,
        CollectorMessage.Collect request,
        scoped ref Outbox outbox
    )
    {
        var next = state with { Sequence = state.Sequence + 1, Request = request };
        for (var block = 0; block < next.Blocks.Length; block++)
        {
            if (next.Blocks[block].Ready)
            {
                Ask(in ctx, next, request, block, resumes: false, ref outbox);
            }
        }

        return next;
    }

    private static CollectorState Ready(
        in Ctx ctx,
        CollectorState state,
        CollectorMessage.Ready ready,
        scoped ref Outbox outbox
    )
    {
        var slot = state.Blocks[ready.BlockIndex];
        if (state.Request is { } request && slot.Answered < state.Sequence)
        {
            Ask(in ctx, state, request, ready.BlockIndex, resumes: true, ref outbox);
        }

        return state with
        {
            Blocks = state.Blocks.SetItem(ready.BlockIndex, slot with { Ready = true }),
        };
    }

    private CollectorState Finished(
        in Ctx ctx,
        CollectorState state,
        CollectorMessage.Finished finished,
        scoped ref Outbox outbox
    )
    {
        var chunk = finished.Chunk;
        if (chunk.Sequence != state.Sequence || state.Request is not { } request)
        {
            return state;
        }

        var slot = state.Blocks[chunk.BlockIndex] with { States = chunk.States, Answered = chunk.Sequence };
        var (pipeline, rollouts) = Pipeline.Step(state.Pipeline, chunk);
        var stages = state.Stages;
        foreach (var rollout in rollouts)
        {
            (stages, var output) = StageChain.Step(Stages, stages, rollout);
            outbox.Reply(request.ReplyTo, output);
        }

        return state with
        {
            Request = rollouts.IsEmpty ? request : null,
            Blocks = state.Blocks.SetItem(chunk.BlockIndex, slot),
            Pipeline = pipeline,
            Stages = stages,
        };
    }

    private static void Ask(
        in Ctx ctx,
        CollectorState state,
        CollectorMessage.Collect request,
        int block,
        bool resumes,
        scoped ref Outbox outbox
    ) =>
        outbox.Tell(
            ctx.Child<BlockMessage>(BlockName(block)),
            new BlockMessage.Collect(
                state.Sequence,
                request.StepCount,
                request.Drive,
                resumes ? state.Blocks[block].States : null
            )
        );
}
