using System.Runtime.InteropServices;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Critics;

/// <summary>Advantages of a rollout from a value network: <see cref="GeneralizedAdvantage"/> with its values.</summary>
public static class AdvantageEstimation
{
    /// <summary>Values every observation that the estimate needs, then estimates.</summary>
    /// <param name="settings">γ and λ.</param>
    /// <param name="network">V.</param>
    /// <param name="parameters">V's, flat, shape [V's parameter count].</param>
    /// <param name="rollout">T steps of N environments; its rewards are in V's unit.</param>
    /// <param name="normalizer">Frozen statistics that observations are normalised by; null for none.</param>
    /// <param name="timeLimit">What follows a truncated step.</param>
    /// <exception cref="ArgumentException">The sizes disagree.</exception>
    /// <remarks>
    /// What follows a step is V of the next observation; 0 where the episode terminated; where it was truncated, V of
    /// the observation it ended on, not of the one after the reset; at the rollout's end, V of what the next rollout
    /// starts from. Source: Schulman et al. 2016, arXiv:1506.02438; Pardo et al. 2018, arXiv:1712.00378.
    /// </remarks>
    public static AdvantageEstimate Estimate(
        in GeneralizedAdvantageSettings settings,
        ValueNetwork network,
        ReadOnlySpan<float> parameters,
        Rollout rollout,
        Standardization? normalizer = null,
        TimeLimitTreatment timeLimit = TimeLimitTreatment.Bootstrap
    )
    {
        var (inputs, values) = Value(network, parameters, normalizer, rollout.Observations.AsSpan());
        var (_, finalValues) = Value(network, parameters, normalizer, rollout.FinalObservations.AsSpan());
        var (_, lastValues) = Value(network, parameters, normalizer, rollout.LastObservations.AsSpan());
        if (timeLimit == TimeLimitTreatment.Terminal)
        {
            finalValues.AsSpan().Clear();
        }

        var nextValues = new float[rollout.Count];
        var (advantages, returns) = (new float[rollout.Count], new float[rollout.Count]);
        var (environmentCount, endings) = (rollout.EnvironmentCount, rollout.Endings);
        GeneralizedAdvantage.FillNextValues(
            environmentCount,
            endings.AsSpan(),
            values,
            finalValues,
            lastValues,
            nextValues
        );
        GeneralizedAdvantage.Estimate(
            in settings,
            environmentCount,
            rollout.Rewards.AsSpan(),
            endings.AsSpan(),
            values,
            nextValues,
            advantages,
            returns
        );
        return new(
            ImmutableCollectionsMarshal.AsImmutableArray(inputs),
            ImmutableCollectionsMarshal.AsImmutableArray(values),
            ImmutableCollectionsMarshal.AsImmutableArray(advantages),
            ImmutableCollectionsMarshal.AsImmutableArray(returns)
        );
    }

    private static (float[] Inputs, float[] Values) Value(
        ValueNetwork network,
        ReadOnlySpan<float> parameters,
        Standardization? normalizer,
        ReadOnlySpan<float> observations
    )
    {
        var inputs = new float[observations.Length];
        var values = new float[observations.Length / network.ObservationSize];
        FrozenObservations.Apply(normalizer, observations, inputs);
        network.Evaluate(parameters, inputs, values);
        return (inputs, values);
    }
}
