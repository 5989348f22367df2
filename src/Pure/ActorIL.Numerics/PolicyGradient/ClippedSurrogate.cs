using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;

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
        for (var i = 0; i < count; i++)
        {
            ratios[i] = logProbabilities[i] - oldLogProbabilities[i];
        }

        VectorElementary.Exp(ratios, ratios);
        var (loss, divergence, clippedCount) = (0.0, 0.0, 0);
        for (var i = 0; i < count; i++)
        {
            var ratio = ratios[i];
            var plain = -advantages[i] * ratio;
            var clipped = -advantages[i] * float.Clamp(ratio, 1f - clip, 1f + clip);
            loss += plain >= clipped ? plain : clipped;
            divergence += ratio - 1f - (logProbabilities[i] - oldLogProbabilities[i]);
            clippedCount += float.Abs(ratio - 1f) > clip ? 1 : 0;
            logProbabilityGradients[i] = plain >= clipped ? plain / count : 0f;
        }

        return new((float)(loss / count), (float)(divergence / count), (float)clippedCount / count);
    }
}
