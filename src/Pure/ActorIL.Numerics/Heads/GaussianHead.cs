using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Heads;

/// <summary>
/// The diagonal Gaussian: means from a network, one log standard deviation a component, shared by the batch. No
/// squashing: log-probabilities are of the unclipped sample, whatever the environment is given.
/// </summary>
/// <remarks>Sums over components run in order; nothing is allocated.</remarks>
public static class GaussianHead
{
    private const float HalfLogTwoPi = 0.918938533204672742f;

    /// <summary>Log-probability density of each row's action, summed over its components.</summary>
    /// <param name="means">μ, shape [B, D], in the action's unit.</param>
    /// <param name="logStandardDeviations">log σ, shape [D].</param>
    /// <param name="actions">a, shape [B, D]: the unclipped samples.</param>
    /// <param name="logProbabilities">
    /// Written: Σ (-z²/2 - log σ - log(2π)/2), z = (a - μ)/σ, shape [B], in nats.
    /// </param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void LogProbability(
        ReadOnlySpan<float> means,
        ReadOnlySpan<float> logStandardDeviations,
        ReadOnlySpan<float> actions,
        Span<float> logProbabilities
    )
    {
        var componentCount = logStandardDeviations.Length;
        SpanShape.Require("means", means.Length, logProbabilities.Length, componentCount);
        SpanShape.Require("actions", actions.Length, logProbabilities.Length, componentCount);
        logProbabilities.Clear();
        for (var component = 0; component < componentCount; component++)
        {
            var precision = Elementary.Exp(-logStandardDeviations[component]);
            var constant = -logStandardDeviations[component] - HalfLogTwoPi;
            var i = component;
            for (var row = 0; row < logProbabilities.Length; row++, i += componentCount)
            {
                var z = (actions[i] - means[i]) * precision;
                logProbabilities[row] += MathF.FusedMultiplyAdd(-0.5f * z, z, constant);
            }
        }
    }

    /// <summary>Entropy, the same for every row: Σ (1/2 + log(2π)/2 + log σ), in nats.</summary>
    /// <param name="logStandardDeviations">log σ, shape [D].</param>
    public static float Entropy(ReadOnlySpan<float> logStandardDeviations)
    {
        var entropy = 0f;
        foreach (var logStandardDeviation in logStandardDeviations)
        {
            entropy += 0.5f + HalfLogTwoPi + logStandardDeviation;
        }

        return entropy;
    }

    /// <summary>Samples a = μ + σ ε.</summary>
    /// <param name="means">μ, shape [B, D].</param>
    /// <param name="logStandardDeviations">log σ, shape [D].</param>
    /// <param name="normals">ε, shape [B, D], standard normal.</param>
    /// <param name="actions">Written: a, shape [B, D], unclipped.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Sample(
        ReadOnlySpan<float> means,
        ReadOnlySpan<float> logStandardDeviations,
        ReadOnlySpan<float> normals,
        Span<float> actions
    )
    {
        var componentCount = logStandardDeviations.Length;
        SpanShape.Require("means", means.Length, means.Length / int.Max(componentCount, 1), componentCount);
        SpanShape.Require("normals", normals.Length, 1, means.Length);
        SpanShape.Require("actions", actions.Length, 1, means.Length);
        for (var component = 0; component < componentCount; component++)
        {
            var standardDeviation = Elementary.Exp(logStandardDeviations[component]);
            for (var i = component; i < actions.Length; i += componentCount)
            {
                actions[i] = MathF.FusedMultiplyAdd(standardDeviation, normals[i], means[i]);
            }
        }
    }

    /// <summary>Gradients of a loss that depends on each row's log-probability and entropy.</summary>
    /// <param name="means">μ, shape [B, D].</param>
    /// <param name="logStandardDeviations">log σ, shape [D].</param>
    /// <param name="actions">a, shape [B, D].</param>
    /// <param name="logProbabilityGradients">∂L/∂ log p(a), shape [B].</param>
    /// <param name="entropyGradient">∂L/∂H of each row, the same for all; every row's counts.</param>
    /// <param name="meanGradients">Written: ∂L/∂μ, shape [B, D].</param>
    /// <param name="logStandardDeviationGradients">Written: ∂L/∂ log σ, shape [D].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <remarks>
    /// ∂ log p/∂μ = z/σ; ∂ log p/∂ log σ = z² - 1; ∂H/∂ log σ = 1. Sums over rows are kept in double.
    /// </remarks>
    public static void Gradient(
        ReadOnlySpan<float> means,
        ReadOnlySpan<float> logStandardDeviations,
        ReadOnlySpan<float> actions,
        ReadOnlySpan<float> logProbabilityGradients,
        float entropyGradient,
        Span<float> meanGradients,
        Span<float> logStandardDeviationGradients
    )
    {
        var componentCount = logStandardDeviations.Length;
        SpanShape.Require("means", means.Length, logProbabilityGradients.Length, componentCount);
        SpanShape.Require("actions", actions.Length, logProbabilityGradients.Length, componentCount);
        SpanShape.Require("mean gradients", meanGradients.Length, logProbabilityGradients.Length, componentCount);
        SpanShape.Require("log-std gradients", logStandardDeviationGradients.Length, 1, componentCount);
        for (var component = 0; component < componentCount; component++)
        {
            var precision = Elementary.Exp(-logStandardDeviations[component]);
            var sum = (double)entropyGradient * logProbabilityGradients.Length;
            var i = component;
            foreach (var gradient in logProbabilityGradients)
            {
                var z = (actions[i] - means[i]) * precision;
                meanGradients[i] = gradient * (z * precision);
                sum += gradient * MathF.FusedMultiplyAdd(z, z, -1f);
                i += componentCount;
            }

            logStandardDeviationGradients[component] = (float)sum;
        }
    }
}
