namespace ActorIL.Algorithms.Dagger;

/// <summary>How the probability that the expert drives falls over the rounds.</summary>
public enum BetaSchedule
{
    /// <summary>β₁ = 1, then 0: free of parameters.</summary>
    Indicator,

    /// <summary>βᵢ = pⁱ⁻¹.</summary>
    Exponential,

    /// <summary>βᵢ falls linearly from 1 in the first round to 0 after a given number of rounds.</summary>
    Linear,
}
