using ActorIL.Actors.Pipelines;
using ActorIL.Core.Experience;
using ActorIL.Training.Experts;

namespace ActorIL.Training.Pipelines;

/// <summary>From visited states and the expert's labels for them to everything labelled so far.</summary>
public static class RelabelPipeline
{
    /// <summary>The states of a rollout with the expert's action for each.</summary>
    public static LabelledBatch Label(Rollout visited, ExpertLabels labels) =>
        new(visited.ObservationSize, visited.ActionSize, visited.Observations, labels.Labels);

    /// <summary>Rounds in, the aggregate after each out.</summary>
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats a label, ≥ 1.</param>
    public static ITransducer<LabelledBatch, LabelledBatch, LabelledBatch> Aggregate(
        int observationSize,
        int actionSize
    ) =>
        Transducers.Fold<LabelledBatch, LabelledBatch>(
            LabelledBatch.Empty(observationSize, actionSize),
            static (aggregate, round) => aggregate.Append(round)
        );
}
