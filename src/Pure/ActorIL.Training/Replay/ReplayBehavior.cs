using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Pipelines;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Pipelines;

namespace ActorIL.Training.Replay;

/// <summary>Keeps the labelled observations of a stage, in order: DAgger's aggregate.</summary>
/// <param name="Environment">Whose observations and actions.</param>
/// <param name="Plan">What is kept.</param>
internal sealed record ReplayBehavior(EnvironmentEntry Environment, ReplayPlan Plan)
    : Behavior<ReplayState, ReplayMessage>
{
    /// <summary>What labelled batches go through before they are kept, in order.</summary>
    public EquatableArray<PipelineStage<LabelledBatch>> Stages { get; init; } = [];

    public override TypeName BehaviorName => new("replay-buffer", 1);

    private ITransducer<LabelledBatch, LabelledBatch, LabelledBatch> Pipeline { get; } =
        RelabelPipeline.Aggregate(
            Environment.Module.Observations.Size,
            Environment.Module.Actions.Size,
            Plan.CapacityMax
        );

    public override ReplayState Init(in Ctx ctx, scoped ref Outbox outbox) =>
        new(Pipeline.Init()) { Stages = StageChain.Init(Stages) };

    public override ReplayState Receive(
        in Ctx ctx,
        ReplayState state,
        ReplayMessage message,
        scoped ref Outbox outbox
    ) => message.Match<ReplayState, Outbox>(in ctx, state, ref outbox, Append);

    /// <summary>By the configuration alone: the pipeline follows from it.</summary>
    public bool Equals(ReplayBehavior? other) =>
        other is not null && (Environment, Plan, Stages) == (other.Environment, other.Plan, other.Stages);

    public override int GetHashCode() => Environment.Id.Length;

    private ReplayState Append(in Ctx ctx, ReplayState state, ReplayMessage.Append request, scoped ref Outbox outbox)
    {
        var (stages, batch) = StageChain.Step(Stages, state.Stages, request.Batch);
        var (aggregate, outputs) = Pipeline.Step(request.Empties ? Pipeline.Init() : state.Aggregate, batch);
        outbox.Reply(request.ReplyTo, outputs[0]);
        return new(aggregate) { Stages = stages };
    }
}
