using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Rollouts;

/// <summary>
/// An algorithm that learns a policy from rollouts, with all its settings: a record, so that plans compare.
/// </summary>
public interface IRolloutTraining
{
    /// <summary>One word for configurations and reports, such as "ppo".</summary>
    string AlgorithmName { get; }

    /// <summary>Parallel environments N, ≥ 1.</summary>
    int EnvironmentCount { get; }

    /// <summary>Steps of each environment per rollout T, ≥ 1.</summary>
    int RolloutSteps { get; }

    /// <summary>Rollouts, and so updates, of the whole training, ≥ 1.</summary>
    int UpdateCount { get; }

    /// <summary>Environment steps to train for; rounded up to whole rollouts.</summary>
    long StepCount => (long)UpdateCount * RolloutSize;

    /// <summary>T × N.</summary>
    int RolloutSize => RolloutSteps * EnvironmentCount;

    /// <summary>
    /// Hands the algorithm, made for an environment's spaces, to whoever does not know its state's type.
    /// </summary>
    /// <param name="observations">What its policy sees.</param>
    /// <param name="actions">What its policy chooses from.</param>
    /// <param name="function">Is called once.</param>
    /// <exception cref="ArgumentException">It cannot learn in such spaces; the message says why.</exception>
    TResult Open<TResult>(Space observations, Space actions, IRolloutFunction<TResult> function);
}
