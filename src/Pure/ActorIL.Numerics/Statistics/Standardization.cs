using ActorIL.Core.Prelude;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Statistics;

/// <summary>Frozen statistics applied to observations: subtract the mean, divide by the deviation, clip.</summary>
/// <param name="Means">Shape [D], in the observation's unit.</param>
/// <param name="Factors">1 / √(variance + ε), shape [D].</param>
/// <param name="Clip">Largest magnitude let through, above 0, in standard deviations.</param>
public sealed record Standardization(EquatableArray<float> Means, EquatableArray<float> Factors, float Clip)
{
    /// <summary>Freezes running statistics.</summary>
    /// <param name="moments">What was observed so far.</param>
    /// <param name="epsilon">ε, above 0, in the unit's square: keeps a constant component finite.</param>
    /// <param name="clip">Largest magnitude let through, above 0, in standard deviations.</param>
    public static Standardization Freeze(RunningMoments moments, double epsilon, float clip)
    {
        var (means, factors) = (new float[moments.Means.Count], new float[moments.Means.Count]);
        for (var component = 0; component < means.Length; component++)
        {
            means[component] = (float)moments.Means[component];
            factors[component] = (float)(1.0 / Math.Sqrt(moments.Variance(component) + epsilon));
        }

        return new([.. means], [.. factors], clip);
    }

    /// <summary>Applies the statistics to each row; they do not change.</summary>
    /// <param name="rows">Shape [B, D].</param>
    /// <param name="standardized">Written, shape [B, D], each in [-Clip, Clip]; may be the same memory.</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public void Apply(ReadOnlySpan<float> rows, Span<float> standardized)
    {
        var means = Means.AsSpan();
        var factors = Factors.AsSpan();
        SpanShape.Require("rows", rows.Length, rows.Length / int.Max(means.Length, 1), means.Length);
        SpanShape.Require("standardized", standardized.Length, 1, rows.Length);
        for (var start = 0; start < rows.Length; start += means.Length)
        {
            for (var component = 0; component < means.Length; component++)
            {
                var value = (rows[start + component] - means[component]) * factors[component];
                standardized[start + component] = float.Clamp(value, -Clip, Clip);
            }
        }
    }
}
