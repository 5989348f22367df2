using ActorIL.Core.Randomness;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Initialization;

/// <summary>Initial parameters of a whole network.</summary>
public static class NetworkInitialization
{
    /// <summary>√2, the usual gain of hidden layers under tanh or ReLU in PPO.</summary>
    public const float HiddenGain = 1.41421356f;

    /// <summary>
    /// Orthogonal weights and zero biases, each layer from a key of its own; recurrent layers gate by gate with gain 1;
    /// layer norms change nothing yet: gain 1, offset 0.
    /// </summary>
    /// <param name="specification">The network.</param>
    /// <param name="hiddenGain">Gain of every dense layer but the last; dimensionless.</param>
    /// <param name="outputGain">Gain of the last dense layer: 0.01 for a policy, 1 for a value.</param>
    /// <param name="key">Source; the layer at index i draws from its child i, a gate from that one's child.</param>
    /// <param name="parameters">Written, shape [ParameterCount].</param>
    /// <exception cref="ArgumentException">The length disagrees with the network.</exception>
    /// <remarks>
    /// Source: Andrychowicz et al. 2021, arXiv:2006.05990; openai/baselines for the gains, recurrent ones included.
    /// </remarks>
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
        var lastDense = steps.Length - 1;
        while (lastDense >= 0 && steps[lastDense].Kind != NetworkStepKind.Dense)
        {
            lastDense--;
        }

        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            var own = parameters[step.Parameters];
            var child = key.Fold((ulong)i);
            if (step.Kind == NetworkStepKind.Dense)
            {
                var gain = i == lastDense ? outputGain : hiddenGain;
                OrthogonalInitialization.Fill(step.InputCount, step.OutputCount, gain, child, own[step.Weights]);
            }
            else if (step.Kind == NetworkStepKind.LayerNorm)
            {
                own[..step.OutputCount].Fill(1f);
            }
            else if (step.IsRecurrent)
            {
                FillGates(in step, step.InputCount, child.Fold(0UL), own[step.Weights]);
                FillGates(in step, step.OutputCount, child.Fold(1UL), own[step.HiddenWeights]);
            }
        }
    }

    /// <summary>
    /// Weights and biases of dense layers uniform in ±1/√(inputs), each layer from a key of its own; layer norms change
    /// nothing yet.
    /// </summary>
    /// <param name="specification">The network, without recurrent layers.</param>
    /// <param name="key">Source; the layer at index i draws from its child i.</param>
    /// <param name="parameters">Written, shape [ParameterCount].</param>
    /// <exception cref="ArgumentException">
    /// The length disagrees with the network, or it has a recurrent layer.
    /// </exception>
    /// <remarks>Source: torch.nn.Linear: kaiming_uniform_ with a = √5, and its bias bound.</remarks>
    public static void FillFanIn(NetworkSpecification specification, RngKey key, Span<float> parameters)
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        parameters.Clear();
        var steps = specification.Plan.Steps.AsSpan();
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            var own = parameters[step.Parameters];
            var child = key.Fold((ulong)i);
            if (step.IsRecurrent)
            {
                throw new ArgumentException("Fan-in initialisation knows no recurrent layers.", nameof(specification));
            }

            if (step.Kind == NetworkStepKind.LayerNorm)
            {
                own[..step.OutputCount].Fill(1f);
            }
            else if (step.Kind == NetworkStepKind.Dense)
            {
                var bound = 1.0 / Math.Sqrt(step.InputCount);
                for (var j = 0; j < own.Length; j++)
                {
                    own[j] = (float)Draw.Uniform(child, (ulong)j, -bound, bound);
                }
            }
        }
    }

    // A matrix [rowCount, gates · hidden], each gate's columns orthogonal by themselves.
    private static void FillGates(in NetworkStep step, int rowCount, RngKey key, Span<float> weights)
    {
        var block = new float[rowCount * step.OutputCount];
        for (var gate = 0; gate < step.GateCount; gate++)
        {
            OrthogonalInitialization.Fill(rowCount, step.OutputCount, 1f, key.Fold((ulong)gate), block);
            for (var row = 0; row < rowCount; row++)
            {
                var target = weights.Slice((row * step.GateColumnCount) + (gate * step.OutputCount), step.OutputCount);
                block.AsSpan(row * step.OutputCount, step.OutputCount).CopyTo(target);
            }
        }
    }
}
