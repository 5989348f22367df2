using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Perturbations;

/// <summary>What robustness is measured by in one environment, its state's type closed over.</summary>
public interface IPerturbation
{
    /// <summary>The definitions in words, and when a push comes.</summary>
    PerturbationTerms Terms { get; }
}

/// <summary>
/// Starts that are wider than those of training, pushes in the middle of an episode, and what it means to have
/// recovered from either: pure functions of state and key. A record, so that entries made twice are equal.
/// </summary>
/// <typeparam name="TState">The whole state of one episode.</typeparam>
public interface IPerturbation<TState> : IPerturbation
{
    /// <summary>A start state, a function of the key alone.</summary>
    TState WideStart(RngKey key);

    /// <summary>The state after a push, whose strength and direction are a function of the key alone.</summary>
    TState Push(in TState state, RngKey key);

    /// <summary>Whether the last state of a perturbed episode counts as recovered.</summary>
    /// <param name="state">Where the episode ended or was cut off.</param>
    /// <param name="ending">None for an episode that was cut off.</param>
    bool HasRecovered(in TState state, Ending ending);
}
