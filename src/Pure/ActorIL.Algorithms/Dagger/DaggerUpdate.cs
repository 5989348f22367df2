using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Dagger;

/// <summary>Dataset aggregation: one round's labels in, the next student out.</summary>
/// <remarks>Source: Ross, Gordon and Bagnell 2011, arXiv:1011.0686, algorithm 3.1.</remarks>
public static class DaggerUpdate
{
    /// <summary>Aggregates a round's labels and trains the next student on everything so far.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="policy">The student's shape.</param>
    /// <param name="state">After the last round.</param>
    /// <param name="labels">The states visited this round with the expert's mode for each; at least one.</param>
    /// <param name="key">Initialises a cold student and shuffles; folded with the round here.</param>
    /// <returns>The next state, and the training loss of the last pass.</returns>
    public static (DaggerState State, double Loss) Update(
        DaggerConfig config, PolicyArchitecture policy, DaggerState state, LabelledBatch labels, RngKey key)
    {
        var aggregate = state.Aggregate.Append(labels);
        var own = key.Fold((ulong)state.Round);
        var start = config.WarmStart && state.Round > 0
            ? state.Student
            : BehaviorCloningState.Start(PolicyInitialization.Student(policy, own.Fold("start")));
        var (student, loss) = BehaviorCloningUpdate.Train(config.Student, policy, start, aggregate, own.Fold("shuffle"));
        return (new(student, aggregate, state.Round + 1), loss);
    }
}
