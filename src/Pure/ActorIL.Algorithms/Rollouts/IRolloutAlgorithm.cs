using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Rollouts;

/// <summary>
/// Learns a policy from rollouts that the policy itself collected: pure functions from one state to the next, so that a
/// run repeats them bit for bit. Settings and networks are its own; what changes is in the state alone.
/// </summary>
/// <typeparam name="TState">All it carries from one update to the next; checkpoints hold it.</typeparam>
public interface IRolloutAlgorithm<TState>
    where TState : class, IFields<TState>
{
    /// <summary>The state before the first rollout.</summary>
    TState Start(RngKey key);

    /// <summary>A start whose policy is another one, such as a clone of an expert.</summary>
    /// <param name="start">What <see cref="Start"/> gave.</param>
    /// <param name="policy">A policy of the layers that this algorithm trains.</param>
    /// <exception cref="ArgumentException">The policy has other layers; the message shows both.</exception>
    TState WarmStart(TState start, PolicySnapshot policy);

    /// <summary>Learns from one rollout.</summary>
    /// <param name="state">State to go on from.</param>
    /// <param name="rollout">
    /// T steps of N environments, collected by <see cref="Policy"/> of a state of now or before.
    /// </param>
    /// <param name="key">All the randomness of this update.</param>
    /// <param name="forks">
    /// Runs parts of the work side by side; null for one after the other. The bits are the same.
    /// </param>
    /// <returns>The next state, with one update more; and what to report of it, in the order of the report.</returns>
    (TState State, ImmutableArray<LearningMetric> Metrics) Update(
        TState state,
        Rollout rollout,
        RngKey key,
        IForkJoin? forks
    );

    /// <summary>The policy of a state, self-contained: it collects, is validated and becomes the expert.</summary>
    PolicySnapshot Policy(TState state);

    /// <summary>Updates that a state has behind it, ≥ 0.</summary>
    int UpdateCountOf(TState state);
}
