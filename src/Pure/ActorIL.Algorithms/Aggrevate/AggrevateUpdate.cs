using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Aggrevate;

/// <summary>Cost-sensitive learning of a policy: states with their costs in, the next student out.</summary>
/// <remarks>Source: Ross and Bagnell 2014, arXiv:1406.5979, algorithm 1, the training of its last line.</remarks>
public static class AggrevateUpdate
{
    /// <summary>Takes the configured number of gradient steps over shuffled passes of the data.</summary>
    /// <param name="config">How a student learns.</param>
    /// <param name="costs">Candidates, and what imitation weighs.</param>
    /// <param name="policy">The student's shape; a network without memory.</param>
    /// <param name="state">Where it starts.</param>
    /// <param name="data">At least one row, each with the costs of all candidates and of the expert's action.</param>
    /// <param name="key">Shuffles; the caller has folded its own counter in.</param>
    /// <returns>The next state, and the mean loss of the last pass.</returns>
    /// <exception cref="ArgumentException">There is no data, or it has no such costs.</exception>
    public static Fitted<BehaviorCloningState> Train(
        BehaviorCloningConfig config,
        AggrevateConfig costs,
        PolicyArchitecture policy,
        BehaviorCloningState state,
        LabelledBatch data,
        RngKey key
    )
    {
        if (data.CostCount != costs.Candidates.Count + 1 || !data.Labelled.IsEmpty)
        {
            throw new ArgumentException(
                $"{data.Count} rows of {data.CostCount} costs; wanted one row or more, each of "
                    + $"{costs.Candidates.Count} candidates and the expert's action."
            );
        }

        var batchSize = Math.Min(config.BatchSize, data.Count);
        using var lesson = new StepLesson(policy, data, [], batchSize, costs);
        return BehaviorCloningUpdate.Train(config, state, lesson, key);
    }
}
