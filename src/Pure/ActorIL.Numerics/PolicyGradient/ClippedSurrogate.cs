using System.Numerics;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;
using ActorIL.Numerics.Reduction;

namespace ActorIL.Numerics.PolicyGradient;

/// <summary>PPO's clipped surrogate objective as a loss, with its gradient and the usual diagnostics.</summary>
public static class ClippedSurrogate
{
    /// <summary>mean(max(-A ρ, -A clamp(ρ, 1 - ε, 1 + ε))), ρ = exp(log p - old log p).</summary>
    /// <param name="logProbabilities">log p of the actions taken, shape [B], in nats.</param>
    /// <param name="oldLogProbabilities">The same under the policy that took them, shape [B].</param>
    /// <param name="advantages">A, shape [B], normalised already if they are to be.</param>
    /// <param name="clip">ε, at least 0.</param>
    /// <param name="logProbabilityGradients">Written: ∂L/∂ log p, shape [B].</param>
    /// <returns>Loss and diagnostics; sums are kept in double. NaN for an empty batch.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <remarks>Source: Schulman et al. 2017, arXiv:1707.06347, eq. 7.</remarks>
    public static SurrogateResult Evaluate(
        ReadOnlySpan<float> logProbabilities,
        ReadOnlySpan<float> oldLogProbabilities,
        ReadOnlySpan<float> advantages,
        float clip,
        Span<float> logProbabilityGradients
    )
    {
        var count = logProbabilities.Length;
        SpanShape.Require("old log-probabilities", oldLogProbabilities.Length, 1, count);
        SpanShape.Require("advantages", advantages.Length, 1, count);
        SpanShape.Require("log-probability gradients", logProbabilityGradients.Length, 1, count);
        var ratios = logProbabilityGradients;
        for (var i = 0; i < count; i += EightLanes.Count)
        {
            var logRatio = EightLanes.Load(logProbabilities, i) - EightLanes.Load(oldLogProbabilities, i);
            EightLanes.Store(logRatio, ratios, i);
        }

        VectorElementary.Exp(ratios, ratios);
        var (loss, divergence, clippedCount) = (0.0, 0.0, 0);
        var (one, limit) = (Vector256<float>.One, Vector256.Create(clip));
        for (var i = 0; i < count; i += EightLanes.Count)
        {
            var ratio = EightLanes.Load(ratios, i);
            var logRatio = EightLanes.Load(logProbabilities, i) - EightLanes.Load(oldLogProbabilities, i);
            var negated = -EightLanes.Load(advantages, i);
            var plain = negated * ratio;
            var clipped = negated * Clamp(ratio, Vector256.Create(1f - clip), Vector256.Create(1f + clip));
            var isPlain = Vector256.GreaterThanOrEqual(plain, clipped);
            var gradient = (plain / Vector256.Create((float)count)) & isPlain;
            var isOutside = Vector256.GreaterThan(Vector256.Abs(ratio - one), limit);
            EightLanes.Store(gradient, logProbabilityGradients, i);
            loss = EightLanes.Add(loss, Vector256.ConditionalSelect(isPlain, plain, clipped), count - i);
            divergence = EightLanes.Add(divergence, ratio - one - logRatio, count - i);
            clippedCount += CountFirst(isOutside, count - i);
        }

        return new((float)(loss / count), (float)(divergence / count), (float)clippedCount / count);
    }

    private static Vector256<float> Clamp(Vector256<float> value, Vector256<float> least, Vector256<float> most)
    {
        var atMost = Vector256.ConditionalSelect(Vector256.GreaterThan(value, most), most, value);
        return Vector256.ConditionalSelect(Vector256.LessThan(value, least), least, atMost);
    }

    private static int CountFirst(Vector256<float> mask, int count)
    {
        var bits = Vector256.ExtractMostSignificantBits(mask);
        return BitOperations.PopCount(count < EightLanes.Count ? bits & ((1u << count) - 1) : bits);
    }
}
