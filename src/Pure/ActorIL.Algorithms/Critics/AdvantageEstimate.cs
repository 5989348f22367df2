using System.Collections.Immutable;

namespace ActorIL.Algorithms.Critics;

/// <summary>What a value network makes of a rollout of T steps of N environments, time outermost.</summary>
/// <param name="Inputs">Observations as the network saw them, shape [T, N, observation size].</param>
/// <param name="Values">V(s), shape [T, N].</param>
/// <param name="Advantages">Â, shape [T, N], not normalised.</param>
/// <param name="Returns">Â + V(s), shape [T, N]: what to fit the network to.</param>
public sealed record AdvantageEstimate(
    ImmutableArray<float> Inputs,
    ImmutableArray<float> Values,
    ImmutableArray<float> Advantages,
    ImmutableArray<float> Returns
);
