using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Heads;

/// <summary>The categorical distribution over logits: rows of a batch, C categories each.</summary>
/// <remarks>
/// Sums over categories run in order; nothing is allocated. A logit of -∞ is a category that never occurs.
/// </remarks>
public static class CategoricalHead
{
    /// <summary>Log-probabilities, probabilities and entropies of every row.</summary>
    /// <param name="categoryCount">C, at least 1.</param>
    /// <param name="logits">l, shape [B, C], in nats.</param>
    /// <param name="logProbabilities">Written: log p = l - max - log Σ exp(l - max), shape [B, C].</param>
    /// <param name="probabilities">Written: p, shape [B, C].</param>
    /// <param name="entropies">Written: H = -Σ p log p, in nats, shape [B].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Evaluate(
        int categoryCount,
        ReadOnlySpan<float> logits,
        Span<float> logProbabilities,
        Span<float> probabilities,
        Span<float> entropies
    )
    {
        SpanShape.Require("logits", logits.Length, entropies.Length, categoryCount);
        SpanShape.Require("log-probabilities", logProbabilities.Length, entropies.Length, categoryCount);
        SpanShape.Require("probabilities", probabilities.Length, entropies.Length, categoryCount);
        Shift(categoryCount, logits, logProbabilities);
        VectorElementary.Exp(logProbabilities, probabilities);
        Normalize(categoryCount, probabilities, entropies);
        VectorElementary.Log(entropies, entropies);
        var done = categoryCount == 2 ? PairedCategories.Finish(logProbabilities, probabilities, entropies) : 0;
        var start = done * categoryCount;
        for (var row = done; row < entropies.Length; row++, start += categoryCount)
        {
            var logSum = entropies[row];
            var entropy = 0f;
            for (var i = start; i < start + categoryCount; i++)
            {
                var log = logProbabilities[i] - logSum;
                logProbabilities[i] = log;
                entropy -= probabilities[i] > 0f ? probabilities[i] * log : 0f;
            }

            entropies[row] = entropy;
        }
    }

    /// <summary>The log-probability of one category a row.</summary>
    /// <param name="categoryCount">C, at least 1.</param>
    /// <param name="logProbabilities">Shape [B, C], as <see cref="Evaluate"/> wrote them.</param>
    /// <param name="categories">Shape [B], each in [0, C).</param>
    /// <param name="selected">Written, shape [B], in nats.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <exception cref="IndexOutOfRangeException">A category is out of range.</exception>
    public static void Select(
        int categoryCount,
        ReadOnlySpan<float> logProbabilities,
        ReadOnlySpan<int> categories,
        Span<float> selected
    )
    {
        SpanShape.Require("log-probabilities", logProbabilities.Length, selected.Length, categoryCount);
        SpanShape.Require("categories", categories.Length, selected.Length, 1);
        for (var row = 0; row < selected.Length; row++)
        {
            selected[row] = logProbabilities.Slice(row * categoryCount, categoryCount)[categories[row]];
        }
    }

    /// <summary>The most probable category of each row; ties go to the lowest index.</summary>
    /// <param name="categoryCount">C, at least 1.</param>
    /// <param name="logits">Shape [B, C]; log-probabilities or probabilities serve as well.</param>
    /// <param name="modes">Written, shape [B].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Mode(int categoryCount, ReadOnlySpan<float> logits, Span<int> modes)
    {
        SpanShape.Require("logits", logits.Length, modes.Length, categoryCount);
        for (var row = 0; row < modes.Length; row++)
        {
            var values = logits.Slice(row * categoryCount, categoryCount);
            var best = 0;
            for (var category = 1; category < values.Length; category++)
            {
                best = values[category] > values[best] ? category : best;
            }

            modes[row] = best;
        }
    }

    /// <summary>
    /// Samples by inverting the cumulative distribution: the first category whose cumulative sum exceeds u.
    /// </summary>
    /// <param name="categoryCount">C, at least 1.</param>
    /// <param name="probabilities">p, shape [B, C].</param>
    /// <param name="uniforms">u, shape [B], each in [0, 1).</param>
    /// <param name="samples">
    /// Written, shape [B]. Where rounding leaves the sum at or below u, the last possible one.
    /// </param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Sample(
        int categoryCount,
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<float> uniforms,
        Span<int> samples
    )
    {
        SpanShape.Require("probabilities", probabilities.Length, samples.Length, categoryCount);
        SpanShape.Require("uniforms", uniforms.Length, samples.Length, 1);
        for (var row = 0; row < samples.Length; row++)
        {
            samples[row] = Invert(probabilities.Slice(row * categoryCount, categoryCount), uniforms[row]);
        }
    }

    /// <summary>
    /// Gradient by the logits of a loss that depends on one log-probability and the entropy of each row.
    /// </summary>
    /// <param name="categoryCount">C, at least 1.</param>
    /// <param name="logProbabilities">log p, shape [B, C], as <see cref="Evaluate"/> wrote them.</param>
    /// <param name="probabilities">p, shape [B, C], likewise.</param>
    /// <param name="entropies">H, shape [B], likewise.</param>
    /// <param name="categories">a, shape [B]: whose log-probability.</param>
    /// <param name="logProbabilityGradients">∂L/∂ log p(a), shape [B].</param>
    /// <param name="entropyGradient">∂L/∂H of each row, the same for all.</param>
    /// <param name="logitGradients">Written: ∂L/∂l, shape [B, C].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <remarks>∂ log p(a)/∂lⱼ = [a = j] - pⱼ; ∂H/∂lⱼ = -pⱼ (log pⱼ + H).</remarks>
    public static void Gradient(
        int categoryCount,
        ReadOnlySpan<float> logProbabilities,
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<float> entropies,
        ReadOnlySpan<int> categories,
        ReadOnlySpan<float> logProbabilityGradients,
        float entropyGradient,
        Span<float> logitGradients
    )
    {
        SpanShape.Require("log-probabilities", logProbabilities.Length, entropies.Length, categoryCount);
        SpanShape.Require("probabilities", probabilities.Length, entropies.Length, categoryCount);
        SpanShape.Require("categories", categories.Length, entropies.Length, 1);
        SpanShape.Require("log-probability gradients", logProbabilityGradients.Length, entropies.Length, 1);
        SpanShape.Require("logit gradients", logitGradients.Length, entropies.Length, categoryCount);
        var done =
            categoryCount == 2
                ? PairedCategories.Gradient(
                    logProbabilities,
                    probabilities,
                    entropies,
                    categories,
                    logProbabilityGradients,
                    entropyGradient,
                    logitGradients
                )
                : 0;
        var start = done * categoryCount;
        for (var row = done; row < entropies.Length; row++, start += categoryCount)
        {
            var (entropy, gradient) = (entropies[row], logProbabilityGradients[row]);
            for (var category = 0; category < categoryCount; category++)
            {
                var share = probabilities[start + category];
                var slope = share > 0f ? share * (logProbabilities[start + category] + entropy) : 0f;
                var selected = category == categories[row] ? 1f : 0f;
                logitGradients[start + category] = ((selected - share) * gradient) - (slope * entropyGradient);
            }
        }
    }

    private static void Shift(int categoryCount, ReadOnlySpan<float> logits, Span<float> shifted)
    {
        var done = categoryCount == 2 ? PairedCategories.Shift(logits, shifted) : 0;
        for (var start = done * categoryCount; start < logits.Length; start += categoryCount)
        {
            var largest = logits[start];
            for (var i = start + 1; i < start + categoryCount; i++)
            {
                largest = logits[i] > largest ? logits[i] : largest;
            }

            for (var i = start; i < start + categoryCount; i++)
            {
                shifted[i] = logits[i] - largest;
            }
        }
    }

    // Turns exponentials into probabilities and keeps their sums.
    private static void Normalize(int categoryCount, Span<float> exponentials, Span<float> sums)
    {
        var done = categoryCount == 2 ? PairedCategories.Normalize(exponentials, sums) : 0;
        var start = done * categoryCount;
        for (var row = done; row < sums.Length; row++, start += categoryCount)
        {
            var sum = 0f;
            for (var i = start; i < start + categoryCount; i++)
            {
                sum += exponentials[i];
            }

            sums[row] = sum;
            for (var i = start; i < start + categoryCount; i++)
            {
                exponentials[i] /= sum;
            }
        }
    }

    private static int Invert(ReadOnlySpan<float> probabilities, float uniform)
    {
        var cumulative = 0f;
        var last = 0;
        for (var category = 0; category < probabilities.Length; category++)
        {
            cumulative += probabilities[category];
            if (uniform < cumulative)
            {
                return category;
            }

            last = probabilities[category] > 0f ? category : last;
        }

        return last;
    }
}
