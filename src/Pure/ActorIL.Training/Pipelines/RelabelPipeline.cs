using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Core.Experience;
using ActorIL.Training.Collection;
using ActorIL.Training.Experts;

namespace ActorIL.Training.Pipelines;

/// <summary>From visited states and the expert's labels for them to everything labelled so far.</summary>
public static class RelabelPipeline
{
    /// <summary>The observations of a visit that the expert is asked about.</summary>
    public static ImmutableArray<float> Questions(Collected visit) =>
        visit.Labelled.IsEmpty
            ? visit.Rollout.Observations
            : Rows(visit.Rollout.Observations, visit.Rollout.ObservationSize, visit.Labelled);

    /// <summary>What was done in those steps.</summary>
    public static ImmutableArray<float> Answered(Collected visit) =>
        visit.Labelled.IsEmpty
            ? visit.Rollout.Actions
            : Rows(visit.Rollout.Actions, visit.Rollout.ActionSize, visit.Labelled);

    /// <summary>Those observations with the expert's action for each, and what candidates cost there.</summary>
    /// <param name="visit">What was visited.</param>
    /// <param name="labels">The answers, in order.</param>
    public static LabelledBatch Label(Collected visit, ExpertLabels labels) =>
        new LabelledBatch(
            visit.Rollout.ObservationSize,
            visit.Rollout.ActionSize,
            Questions(visit),
            labels.Labels
        ).WithCosts(labels.Costs);

    /// <summary>All steps of whole episodes, labelled or not, for a student that remembers.</summary>
    /// <param name="visit">What was visited, of one environment.</param>
    /// <param name="labels">The expert's action for each step that was to be labelled, in order.</param>
    public static LabelledBatch LabelEpisodes(Collected visit, ExpertLabels labels)
    {
        var rollout = visit.Rollout;
        var spread = ImmutableArray.CreateBuilder<float>(rollout.Actions.Length);
        var taken = 0;
        for (var row = 0; row < rollout.Count; row++)
        {
            if (visit.Labelled[row] == 0)
            {
                spread.AddRange(new float[rollout.ActionSize]);
            }
            else
            {
                spread.AddRange(labels.Labels.AsSpan().Slice(rollout.ActionSize * taken++, rollout.ActionSize));
            }
        }

        return new(
            rollout.ObservationSize,
            rollout.ActionSize,
            rollout.Observations,
            spread.MoveToImmutable(),
            rollout.Actions,
            Starts(rollout.Endings),
            visit.Labelled
        );
    }

    /// <summary>Rounds in, the aggregate after each out.</summary>
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats a label, ≥ 1.</param>
    /// <param name="capacityMax">Most rows kept; 0 for all.</param>
    public static ITransducer<LabelledBatch, LabelledBatch, LabelledBatch> Aggregate(
        int observationSize,
        int actionSize,
        int capacityMax
    ) =>
        Transducers.Fold<LabelledBatch, LabelledBatch>(
            LabelledBatch.Empty(observationSize, actionSize),
            (aggregate, round) =>
            {
                var all = aggregate.Append(round);
                return capacityMax > 0 && all.Count > capacityMax ? all.TakeLast(capacityMax) : all;
            }
        );

    private static ImmutableArray<float> Rows(ImmutableArray<float> values, int width, ImmutableArray<byte> chosen)
    {
        var rows = ImmutableArray.CreateBuilder<float>();
        for (var row = 0; row < chosen.Length; row++)
        {
            if (chosen[row] != 0)
            {
                rows.AddRange(values.AsSpan().Slice(row * width, width));
            }
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<byte> Starts(ImmutableArray<byte> endings) =>
        [1, .. endings[..^1].Select(static ending => ending == (byte)Ending.None ? (byte)0 : (byte)1)];
}
