using ActorIL.Algorithms.Aggrevate;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Dagger;

/// <summary>Dataset aggregation: everything labelled so far in, the next student out.</summary>
/// <remarks>Source: Ross, Gordon and Bagnell 2011, arXiv:1011.0686, algorithm 3.1.</remarks>
public static class DaggerUpdate
{
    /// <summary>Trains the next round's student on the aggregate.</summary>
    /// <param name="config">How students learn.</param>
    /// <param name="warmStart">Whether it continues from the last round's student and optimiser.</param>
    /// <param name="policy">The student's shape.</param>
    /// <param name="state">After the last round.</param>
    /// <param name="aggregate">
    /// What was labelled in all rounds; at least one step in the first round. Without any, the student stays as it is.
    /// </param>
    /// <param name="key">Initialises a cold student and shuffles; the round is folded in here.</param>
    /// <returns>The next state, and how the training loss fell.</returns>
    public static Fitted<DaggerState> Update(
        BehaviorCloningConfig config,
        bool warmStart,
        PolicyArchitecture policy,
        DaggerState state,
        LabelledBatch aggregate,
        RngKey key
    )
    {
        if (aggregate.LabelCount == 0 && state.Student is not null)
        {
            return new(state with { Round = state.Round + 1 }, Loss: 0);
        }

        var own = key.Fold((ulong)state.Round);
        var start =
            warmStart && state.Student is { } last
                ? last
                : BehaviorCloningState.Start(PolicyInitialization.Student(policy, own.Fold("start")));
        var fitted = config.Costs is null
            ? BehaviorCloningUpdate.Train(config, policy, start, aggregate, own.Fold("shuffle"))
            : AggrevateUpdate.Train(config, config.Costs, policy, start, aggregate, own.Fold("shuffle"));
        return new(new(fitted.State, state.Round + 1), fitted.Loss) { Curve = fitted.Curve };
    }
}
