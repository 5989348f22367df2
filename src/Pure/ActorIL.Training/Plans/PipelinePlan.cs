using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Training.Collection;
using ActorIL.Training.Pipelines;

namespace ActorIL.Training.Plans;

/// <summary>Stages that a run has in its pipelines beside its own.</summary>
/// <param name="Rollouts">
/// What rollouts of the expert's training go through, in order, after those of all blocks were merged and before the
/// learner has them.
/// </param>
/// <param name="Labels">
/// What the labelled batches of every student in rounds go through, in order, before its replay buffer keeps them.
/// </param>
public sealed record PipelinePlan(
    EquatableArray<PipelineStage<Collected>> Rollouts,
    EquatableArray<PipelineStage<LabelledBatch>> Labels
)
{
    /// <summary>No further stages.</summary>
    public static PipelinePlan None { get; } = new([], []);
}
