using System.Runtime.InteropServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The input gradient of a dense layer whose weights fill a cache: they are transposed a block at a time, where they
/// are used, and not all together before.
/// </summary>
internal static class LargeInputGradient
{
    // One MiB, the second-level cache of most machines. A matter of the shape alone: the bits are the same either way.
    private const int WeightCountMin = 1 << 18;

    /// <summary>Whether this is the faster way.</summary>
    /// <param name="shape">Sizes of the layer and the batch.</param>
    public static bool Pays(in DenseShape shape) => (long)shape.InputCount * shape.OutputCount >= WeightCountMin;

    /// <summary>dX = dY Wᵀ, with the bits of <see cref="DenseProducts"/>.</summary>
    /// <param name="shape">Sizes of the layer and the batch.</param>
    /// <param name="outputGradients">dY, shape [batch, out].</param>
    /// <param name="weights">W, shape [in, out].</param>
    /// <param name="inputGradients">Written: dX, shape [batch, in].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Multiply(
        in DenseShape shape,
        ReadOnlySpan<float> outputGradients,
        ReadOnlySpan<float> weights,
        Span<float> inputGradients
    )
    {
        SpanShape.Require("output gradients", outputGradients.Length, shape.BatchCount, shape.OutputCount);
        SpanShape.Require("weights", weights.Length, shape.InputCount, shape.OutputCount);
        SpanShape.Require("input gradients", inputGradients.Length, shape.BatchCount, shape.InputCount);
        if (shape.BatchCount == 0)
        {
            return;
        }

        var operands = new PanelOperands(
            in MemoryMarshal.GetReference(outputGradients),
            in MemoryMarshal.GetReference(weights),
            ref MemoryMarshal.GetReference(inputGradients)
        )
        {
            LeftRows = RowPlaces.Even((nuint)shape.OutputCount),
            ResultRows = RowPlaces.Even((nuint)shape.InputCount),
            RunCount = 1,
            StepCount = (nuint)shape.OutputCount,
            LeftStride = 1,
            LeftRunStride = 0,
            RightStride = 1,
            RightColumnStride = (nuint)shape.OutputCount,
            Resumes = false,
        };
        PanelProduct.Multiply(in operands, shape.BatchCount, shape.InputCount, []);
    }
}
