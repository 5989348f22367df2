using ActorIL.Core.Randomness;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Initialization;

/// <summary>Initial parameters of a whole network.</summary>
public static class NetworkInitialization
{
    /// <summary>√2, the usual gain of hidden layers under tanh or ReLU in PPO.</summary>
    public const float HiddenGain = 1.41421356f;

    /// <summary>Orthogonal weights and zero biases, each dense layer from a key of its own.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="hiddenGain">Gain of every dense layer but the last; dimensionless.</param>
    /// <param name="outputGain">Gain of the last dense layer: 0.01 for a policy, 1 for a value.</param>
    /// <param name="key">Source; the layer at index i draws from its child i.</param>
    /// <param name="parameters">Written, shape [ParameterCount].</param>
    /// <exception cref="ArgumentException">The length disagrees with the network.</exception>
    /// <remarks>Source: Andrychowicz et al. 2021, arXiv:2006.05990; openai/baselines for the gains.</remarks>
    public static void FillOrthogonal(
        NetworkSpecification specification,
        float hiddenGain,
        float outputGain,
        RngKey key,
        Span<float> parameters
    )
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        parameters.Clear();
        var steps = specification.Plan.Steps.AsSpan();
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            if (step.Kind == NetworkStepKind.Dense)
            {
                var last = step.ParameterOffset + step.ParameterCount == specification.ParameterCount;
                var weights = parameters.Slice(step.ParameterOffset, step.WeightCount);
                var gain = last ? outputGain : hiddenGain;
                OrthogonalInitialization.Fill(step.InputCount, step.OutputCount, gain, key.Fold((ulong)i), weights);
            }
        }
    }
}
