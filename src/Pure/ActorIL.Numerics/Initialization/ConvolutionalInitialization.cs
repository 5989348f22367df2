using ActorIL.Core.Randomness;
using ActorIL.Numerics.Convolutions;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Initialization;

/// <summary>Initial parameters of a network over frames.</summary>
public static class ConvolutionalInitialization
{
    /// <summary>
    /// Orthogonal weights and zero biases, each convolution from a key of its own: its weights are a matrix [patch,
    /// filters]. The head as <see cref="NetworkInitialization.FillOrthogonal"/> does it.
    /// </summary>
    /// <param name="specification">The network.</param>
    /// <param name="hiddenGain">Gain of convolutions and of dense layers but the last; dimensionless.</param>
    /// <param name="outputGain">Gain of the last dense layer: 0.01 for a policy, 1 for a value.</param>
    /// <param name="key">
    /// Source; the convolution at index i draws from its child i, the head from the next child.
    /// </param>
    /// <param name="parameters">Written, shape [ParameterCount].</param>
    /// <exception cref="ArgumentException">The length disagrees with the network.</exception>
    /// <remarks>Source: vwxyzjn/cleanrl, ppo_atari.py: gain √2 for everything but the last layers.</remarks>
    public static void FillOrthogonal(
        ConvolutionalSpecification specification,
        float hiddenGain,
        float outputGain,
        RngKey key,
        Span<float> parameters
    )
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        var steps = specification.Steps.AsSpan();
        for (var i = 0; i < steps.Length; i++)
        {
            var shape = steps[i].Shape;
            OrthogonalInitialization.Fill(
                shape.PatchLength,
                shape.Output.ChannelCount,
                hiddenGain,
                key.Fold((ulong)i),
                parameters[steps[i].Weights]
            );
            parameters[steps[i].Biases].Clear();
        }

        NetworkInitialization.FillOrthogonal(
            specification.Head,
            hiddenGain,
            outputGain,
            key.Fold((ulong)steps.Length),
            parameters[specification.HeadOffset..]
        );
    }
}
