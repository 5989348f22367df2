using ActorIL.Numerics.Products;
using ActorIL.Numerics.Reduction;

namespace ActorIL.Numerics.Advantages;

/// <summary>Normalisation of a minibatch's advantages to mean 0 and standard deviation 1.</summary>
public static class AdvantageNormalization
{
    /// <summary>(A - mean) / (std + 10⁻⁸), std with n - 1; a single sample is copied, for it has no such std.</summary>
    /// <param name="advantages">A, shape [n].</param>
    /// <param name="normalized">Written, shape [n], dimensionless; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public static void Normalize(ReadOnlySpan<float> advantages, Span<float> normalized)
    {
        var count = advantages.Length;
        SpanShape.Require("normalized", normalized.Length, 1, count);
        if (count < 2)
        {
            advantages.CopyTo(normalized);
            return;
        }

        var mean = LaneReductions.Sum(advantages) / count;
        var variance = LaneReductions.SumOfSquaredDeviations(advantages, mean) / (count - 1);
        var divisor = MathF.Sqrt(variance) + 1e-8f;
        for (var i = 0; i < count; i++)
        {
            normalized[i] = (advantages[i] - mean) / divisor;
        }
    }
}
