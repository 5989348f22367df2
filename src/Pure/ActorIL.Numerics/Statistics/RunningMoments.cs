using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Statistics;

/// <summary>
/// Count, mean and spread of each component of what was observed so far; merged in blocks, never lost.
/// </summary>
public sealed record RunningMoments : IFields<RunningMoments>
{
    /// <param name="count">Rows seen, at least 0.</param>
    /// <param name="means">Mean of each component, shape [D].</param>
    /// <param name="squaredDeviations">Sum of squared distances from the mean, shape [D].</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public RunningMoments(long count, EquatableArray<double> means, EquatableArray<double> squaredDeviations)
    {
        SpanShape.Require("squared deviations", squaredDeviations.Count, 1, means.Count);
        (Count, Means, SquaredDeviations) = (count, means, squaredDeviations);
    }

    public static TypeName Name => new("running-moments", 1);

    public long Count { get; }

    public EquatableArray<double> Means { get; }

    public EquatableArray<double> SquaredDeviations { get; }

    /// <summary>Nothing seen yet.</summary>
    /// <param name="componentCount">D, at least 1.</param>
    public static RunningMoments Empty(int componentCount) =>
        new(0, [.. new double[componentCount]], [.. new double[componentCount]]);

    /// <summary>The moments of one block, in two passes over its rows in order.</summary>
    /// <param name="rows">Shape [B, D].</param>
    /// <param name="componentCount">D, at least 1.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D.</exception>
    public static RunningMoments Of(ReadOnlySpan<float> rows, int componentCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(componentCount, 1);
        SpanShape.Require("rows", rows.Length, rows.Length / componentCount, componentCount);
        var count = rows.Length / componentCount;
        var means = new double[componentCount];
        var squaredDeviations = new double[componentCount];
        for (var component = 0; component < componentCount && count > 0; component++)
        {
            var sum = 0.0;
            for (var i = component; i < rows.Length; i += componentCount)
            {
                sum += rows[i];
            }

            var mean = sum / count;
            for (var i = component; i < rows.Length; i += componentCount)
            {
                squaredDeviations[component] += (rows[i] - mean) * (rows[i] - mean);
            }

            means[component] = mean;
        }

        return new(count, [.. means], [.. squaredDeviations]);
    }

    /// <summary>The moments of both blocks together.</summary>
    /// <param name="other">As many components.</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    /// <remarks>
    /// Source: Chan, Golub and LeVeque 1983, eq. 2.1: M = M₁ + M₂ + δ² n₁ n₂ / n. The order of merging shows in the
    /// last bits: callers merge in a fixed order.
    /// </remarks>
    public RunningMoments Merge(RunningMoments other)
    {
        SpanShape.Require("means of the other block", other.Means.Count, 1, Means.Count);
        var count = Count + other.Count;
        if (Count == 0 || other.Count == 0)
        {
            return Count == 0 ? other : this;
        }

        var means = new double[Means.Count];
        var squaredDeviations = new double[Means.Count];
        var share = (double)other.Count / count;
        for (var component = 0; component < means.Length; component++)
        {
            var delta = other.Means[component] - Means[component];
            means[component] = Means[component] + (delta * share);
            squaredDeviations[component] =
                SquaredDeviations[component] + other.SquaredDeviations[component] + (delta * delta * Count * share);
        }

        return new(count, [.. means], [.. squaredDeviations]);
    }

    /// <summary>
    /// Biased variance of a component: mean squared distance from the mean; 1 before anything was seen.
    /// </summary>
    /// <param name="component">In [0, D).</param>
    public double Variance(int component) => Count == 0 ? 1.0 : SquaredDeviations[component] / Count;

    public static RunningMoments Fields<TVisitor>(scoped ref TVisitor visitor, RunningMoments? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        var means = value?.Means.Items ?? [];
        var squaredDeviations = value?.SquaredDeviations.Items ?? [];
        visitor.Field(1, "count", ref count);
        visitor.Field(2, "means", ref means);
        visitor.Field(3, "squared_deviations", ref squaredDeviations);
        return TVisitor.Rebuilds ? new(count, new(means), new(squaredDeviations)) : value!;
    }
}
