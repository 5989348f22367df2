using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Gail;

/// <summary>A policy trained with the indicator of an absorbing state, for the environment without one.</summary>
public static class AbsorbingPolicies
{
    /// <summary>
    /// The same policy where the indicator, the last input, is 0: its row of the first layer is dropped, and what a
    /// normaliser makes of 0 goes into that layer's biases.
    /// </summary>
    /// <param name="policy">A feed-forward policy that sees the whole observation.</param>
    /// <param name="network">Its network, the indicator included.</param>
    /// <exception cref="ArgumentException">The first layer is not dense, or the parameters are others.</exception>
    public static PolicySnapshot WithoutIndicator(PolicySnapshot policy, NetworkSpecification network)
    {
        var (weights, biases) = (network.Tensors[0], network.Tensors[1]);
        var parameters = policy.Parameters.Values;
        if (weights.Shape.Count != 2 || parameters.Length < network.ParameterCount)
        {
            throw new ArgumentException("The policy's first layer is not a dense one of that network.");
        }

        var indicator = weights.Shape[0] - 1;
        var row = parameters.Slice(weights.Offset + (indicator * weights.Shape[1]), weights.Shape[1]);
        var remaining = new float[parameters.Length - row.Length];
        var before = weights.Offset + (indicator * weights.Shape[1]);
        parameters[..before].CopyTo(remaining);
        parameters[(before + row.Length)..].CopyTo(remaining.AsSpan(before));
        if (policy.Normalizer is not { } normalizer)
        {
            return policy with { Parameters = ParameterBlock.Copy(remaining) };
        }

        var input = float.Clamp(
            -normalizer.Means[indicator] * normalizer.Factors[indicator],
            -normalizer.Clip,
            normalizer.Clip
        );
        var ownBiases = remaining.AsSpan(biases.Offset - row.Length, biases.Length);
        for (var i = 0; i < ownBiases.Length; i++)
        {
            ownBiases[i] += input * row[i];
        }

        return policy with
        {
            Parameters = ParameterBlock.Copy(remaining),
            Normalizer = new(
                new(normalizer.Means.Items[..indicator]),
                new(normalizer.Factors.Items[..indicator]),
                normalizer.Clip
            ),
        };
    }
}
