using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Pipelines;

/// <summary>Stages one after the other, inside the actor that keeps their states.</summary>
internal static class StageChain
{
    /// <summary>The states before the first input, one a stage.</summary>
    public static ImmutableArray<StageState> Init<T>(EquatableArray<PipelineStage<T>> stages) =>
        [.. stages.Select(static stage => stage.Init())];

    /// <summary>A rollout through all stages.</summary>
    /// <param name="stages">In order.</param>
    /// <param name="states">One a stage.</param>
    /// <param name="collected">The rollout, as it was merged.</param>
    /// <exception cref="InvalidOperationException">A stage broke its contract; the message names it.</exception>
    public static (ImmutableArray<StageState> States, Collected Output) Step(
        EquatableArray<PipelineStage<Collected>> stages,
        ImmutableArray<StageState> states,
        Collected collected
    ) => Step(stages, states, collected, static collected => Size(collected.Rollout));

    /// <summary>A labelled batch through all stages.</summary>
    /// <param name="stages">In order.</param>
    /// <param name="states">One a stage.</param>
    /// <param name="batch">What the expert has labelled.</param>
    /// <exception cref="InvalidOperationException">A stage broke its contract; the message names it.</exception>
    public static (ImmutableArray<StageState> States, LabelledBatch Output) Step(
        EquatableArray<PipelineStage<LabelledBatch>> stages,
        ImmutableArray<StageState> states,
        LabelledBatch batch
    ) => Step(stages, states, batch, static batch => (batch.Count, 1, batch.ObservationSize, batch.ActionSize));

    private static (int Steps, int Environments, int Observation, int Action) Size(Rollout rollout) =>
        (rollout.Count, rollout.EnvironmentCount, rollout.ObservationSize, rollout.ActionSize);

    private static (ImmutableArray<StageState> States, T Output) Step<T>(
        EquatableArray<PipelineStage<T>> stages,
        ImmutableArray<StageState> states,
        T item,
        Func<T, (int Steps, int Environments, int Observation, int Action)> sizeOf
    )
    {
        var wanted = sizeOf(item);
        for (var index = 0; index < stages.Count; index++)
        {
            (var state, item) = stages[index].Step(states[index], item);
            states = states.SetItem(index, state);
            if (sizeOf(item) != wanted)
            {
                throw new InvalidOperationException(
                    $"Stage {stages[index].Name} gave {sizeOf(item)}; wanted {wanted}, the sizes it was given."
                );
            }
        }

        return (states, item);
    }
}
