using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// Converts between this product's parameter vector, weights [in, out], and PyTorch's order, weights [out, in];
/// biases and the order of tensors are the same in both.
/// </summary>
public static class ParameterLayout
{
    /// <summary>From PyTorch's order.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="source">Shape [ParameterCount], each weight [out, in] row-major.</param>
    /// <param name="target">
    /// Written, shape [ParameterCount], each weight [in, out]; must not overlap the source.
    /// </param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Import(NetworkSpecification specification, ReadOnlySpan<float> source, Span<float> target) =>
        Convert(specification, source, target, imports: true);

    /// <summary>To PyTorch's order.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="source">Shape [ParameterCount], each weight [in, out] row-major.</param>
    /// <param name="target">
    /// Written, shape [ParameterCount], each weight [out, in]; must not overlap the source.
    /// </param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Export(NetworkSpecification specification, ReadOnlySpan<float> source, Span<float> target) =>
        Convert(specification, source, target, imports: false);

    private static void Convert(
        NetworkSpecification specification,
        ReadOnlySpan<float> source,
        Span<float> target,
        bool imports
    )
    {
        SpanShape.Require("source", source.Length, 1, specification.ParameterCount);
        SpanShape.Require("target", target.Length, 1, specification.ParameterCount);
        foreach (var step in specification.Plan.Steps.AsSpan())
        {
            var from = source.Slice(step.ParameterOffset, step.ParameterCount);
            var to = target.Slice(step.ParameterOffset, step.ParameterCount);
            var (rowCount, columnCount) = imports
                ? (step.OutputCount, step.InputCount)
                : (step.InputCount, step.OutputCount);
            from[step.WeightCount..].CopyTo(to[step.WeightCount..]);
            if (step.WeightCount > 0)
            {
                Transposition.Transpose(from[..step.WeightCount], rowCount, columnCount, to[..step.WeightCount]);
            }
        }
    }
}
