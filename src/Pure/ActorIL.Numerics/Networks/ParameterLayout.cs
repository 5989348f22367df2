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
        foreach (var tensor in specification.Tensors)
        {
            var from = source.Slice(tensor.Offset, tensor.Length);
            var to = target.Slice(tensor.Offset, tensor.Length);
            if (tensor.Shape.Count == 2)
            {
                var (inputCount, outputCount) = (tensor.Shape[0], tensor.Shape[1]);
                var (rowCount, columnCount) = imports ? (outputCount, inputCount) : (inputCount, outputCount);
                Transposition.Transpose(from, rowCount, columnCount, to);
            }
            else
            {
                from.CopyTo(to);
            }
        }
    }
}
