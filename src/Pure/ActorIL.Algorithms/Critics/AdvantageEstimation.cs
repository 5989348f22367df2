using System.Runtime.InteropServices;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
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
        var count = rollout.Count;
        var (inputs, values) = (new float[rollout.Observations.Length], new float[count]);
        var (advantages, returns) = (new float[count], new float[count]);
        FrozenObservations.Apply(normalizer, rollout.Observations.AsSpan(), inputs);
        var columns = new AdvantageColumns(inputs, rollout.Rewards.AsSpan(), values, advantages, returns);
        Fill(in settings, network, parameters, rollout, normalizer, timeLimit, in columns);
        return new(
            ImmutableCollectionsMarshal.AsImmutableArray(inputs),
            ImmutableCollectionsMarshal.AsImmutableArray(values),
            ImmutableCollectionsMarshal.AsImmutableArray(advantages),
            ImmutableCollectionsMarshal.AsImmutableArray(returns)
        );
    }

    /// <summary>The same into memory that is there already; nothing is allocated that lasts.</summary>
    internal static void Fill(
        in GeneralizedAdvantageSettings settings,
        ValueNetwork network,
        ReadOnlySpan<float> parameters,
        Rollout rollout,
        Standardization? normalizer,
        TimeLimitTreatment timeLimit,
        in AdvantageColumns columns
    )
    {
        var finals = rollout.FinalObservations.AsSpan();
        using var finalValues = new Scratch<float>(finals.Length / network.ObservationSize);
        using var lastValues = new Scratch<float>(rollout.EnvironmentCount);
        using var nextValues = new Scratch<float>(rollout.Count);
        network.Evaluate(parameters, columns.Inputs, columns.Values);
        Value(network, parameters, normalizer, finals, finalValues.Span);
        Value(network, parameters, normalizer, rollout.LastObservations.AsSpan(), lastValues.Span);
        if (timeLimit == TimeLimitTreatment.Terminal)
        {
            finalValues.Span.Clear();
        }

        GeneralizedAdvantage.FillNextValues(
            rollout.EnvironmentCount,
            rollout.Endings.AsSpan(),
            columns.Values,
            finalValues.Span,
            lastValues.Span,
            nextValues.Span
        );
        GeneralizedAdvantage.Estimate(
            in settings,
            rollout.EnvironmentCount,
            columns.Rewards,
            rollout.Endings.AsSpan(),
            columns.Values,
            nextValues.Span,
            columns.Advantages,
            columns.Returns
        );
    }

    private static void Value(
        ValueNetwork network,
        ReadOnlySpan<float> parameters,
        Standardization? normalizer,
        ReadOnlySpan<float> observations,
        Span<float> values
    )
    {
        using var inputs = new Scratch<float>(observations.Length);
        FrozenObservations.Apply(normalizer, observations, inputs.Span);
        network.Evaluate(parameters, inputs.Span, values);
    }
}
