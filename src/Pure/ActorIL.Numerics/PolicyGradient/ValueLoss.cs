using System.Runtime.Intrinsics;
using ActorIL.Numerics.Products;
using ActorIL.Numerics.Reduction;

namespace ActorIL.Numerics.PolicyGradient;

/// <summary>The critic's loss, with and without PPO's value clipping; both are halves of a mean square.</summary>
/// <remarks>Stable-Baselines3's value loss is the plain mean square: twice <see cref="Unclipped"/>.</remarks>
public static class ValueLoss
{
    /// <summary>mean((V - R)²) / 2.</summary>
    /// <param name="values">V, shape [B], in the unit of returns.</param>
    /// <param name="returns">R, shape [B].</param>
    /// <param name="scale">What the gradient is multiplied by: the loss's coefficient. The result is not.</param>
    /// <param name="valueGradients">Written: scale ∂L/∂V, shape [B].</param>
    /// <returns>The loss in the unit's square; its sum is kept in double. NaN for an empty batch.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static float Unclipped(
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> returns,
        float scale,
        Span<float> valueGradients
    )
    {
        SpanShape.Require("returns", returns.Length, 1, values.Length);
        SpanShape.Require("value gradients", valueGradients.Length, 1, values.Length);
        var factor = scale / values.Length;
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var error = values[i] - returns[i];
            sum += error * error;
            valueGradients[i] = factor * error;
        }

        return (float)(0.5 * sum / values.Length);
    }

    /// <summary>mean(max((V - R)², (V_old + clamp(V - V_old, -ε, ε) - R)²)) / 2.</summary>
    /// <param name="values">V, shape [B], in the unit of returns.</param>
    /// <param name="oldValues">V_old, shape [B]: when the rollout was made.</param>
    /// <param name="returns">R, shape [B].</param>
    /// <param name="clip">ε, at least 0, in the unit of returns.</param>
    /// <param name="scale">What the gradient is multiplied by: the loss's coefficient. The result is not.</param>
    /// <param name="valueGradients">Written: scale ∂L/∂V, shape [B]; 0 where the clipped error is the larger.</param>
    /// <returns>The loss in the unit's square; its sum is kept in double. NaN for an empty batch.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <remarks>Source: the implementation of Schulman et al. 2017 (openai/baselines); not in the paper.</remarks>
    public static float Clipped(
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> oldValues,
        ReadOnlySpan<float> returns,
        float clip,
        float scale,
        Span<float> valueGradients
    )
    {
        SpanShape.Require("old values", oldValues.Length, 1, values.Length);
        SpanShape.Require("returns", returns.Length, 1, values.Length);
        SpanShape.Require("value gradients", valueGradients.Length, 1, values.Length);
        var factor = scale / values.Length;
        var sum = 0.0;
        var (limit, scales) = (Vector256.Create(clip), Vector256.Create(factor));
        for (var i = 0; i < values.Length; i += EightLanes.Count)
        {
            var (value, old) = (EightLanes.Load(values, i), EightLanes.Load(oldValues, i));
            var target = EightLanes.Load(returns, i);
            var move = value - old;
            var error = value - target;
            var clippedError = old + Clamp(move, limit) - target;
            var isInside = Vector256.LessThanOrEqual(Vector256.Abs(move), limit);
            var isLarger = Vector256.GreaterThanOrEqual(error * error, clippedError * clippedError);
            var isPlain = isInside | isLarger;
            var larger = Vector256.ConditionalSelect(isPlain, error, clippedError);
            sum = EightLanes.Add(sum, larger * larger, values.Length - i);
            EightLanes.Store((scales * error) & isPlain, valueGradients, i);
        }

        return (float)(0.5 * sum / values.Length);
    }

    private static Vector256<float> Clamp(Vector256<float> value, Vector256<float> limit)
    {
        var atMost = Vector256.ConditionalSelect(Vector256.GreaterThan(value, limit), limit, value);
        return Vector256.ConditionalSelect(Vector256.LessThan(value, -limit), -limit, atMost);
    }
}
