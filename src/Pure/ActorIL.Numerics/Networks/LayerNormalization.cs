using ActorIL.Numerics.Products;
using ActorIL.Numerics.Reduction;

namespace ActorIL.Numerics.Networks;

/// <summary>The layer norm: y = (x - mean) / √(variance + ε) · gain + offset, row by row, and its gradients.</summary>
/// <remarks>
/// Parameters are gain, then offset, shape [2, size]. Kept for the gradients: the normalised rows [rows, size], then
/// the factor of each row [rows]. Sums over a row are those of <see cref="LaneReductions"/>; sums over rows go in
/// order.
/// </remarks>
internal static class LayerNormalization
{
    /// <summary>Forward.</summary>
    /// <param name="epsilon">Added to the biased variance.</param>
    /// <param name="parameters">Shape [2, size].</param>
    /// <param name="input">Shape [rows, size].</param>
    /// <param name="kept">Written, shape [rows, size], then [rows].</param>
    /// <param name="output">Written, shape [rows, size].</param>
    public static void Forward(
        float epsilon,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        Span<float> kept,
        Span<float> output
    )
    {
        var size = parameters.Length / 2;
        var factors = kept[input.Length..];
        for (var row = 0; row < factors.Length; row++)
        {
            var x = input.Slice(row * size, size);
            var mean = LaneReductions.Sum(x) / size;
            var variance = LaneReductions.SumOfSquaredDeviations(x, mean) / size;
            factors[row] = 1f / MathF.Sqrt(variance + epsilon);
            var values = new NormValues(mean, factors[row])
            {
                Input = x,
                Gain = parameters[..size],
                Offset = parameters[size..],
                Normalized = kept.Slice(row * size, size),
                Output = output.Slice(row * size, size),
            };
            ElementKernels.Run(in values, size);
        }
    }

    /// <summary>The gradients of gain and offset.</summary>
    /// <param name="kept">As the forward pass left it.</param>
    /// <param name="outputGradient">Shape [rows, size].</param>
    /// <param name="resumes">Whether the rows are added to what the gradient holds.</param>
    /// <param name="parameterGradient">Written, shape [2, size].</param>
    public static void ParameterGradient(
        ReadOnlySpan<float> kept,
        ReadOnlySpan<float> outputGradient,
        bool resumes,
        Span<float> parameterGradient
    )
    {
        var size = parameterGradient.Length / 2;
        var gain = parameterGradient[..size];
        if (!resumes)
        {
            gain.Clear();
        }

        for (var start = 0; start < outputGradient.Length; start += size)
        {
            var products = new ProductSums(kept.Slice(start, size), outputGradient.Slice(start, size), gain);
            ElementKernels.Run(in products, size);
        }

        ColumnSums.Sum(outputGradient, outputGradient.Length / size, parameterGradient[size..], resumes);
    }

    /// <summary>The gradient by the input.</summary>
    /// <param name="parameters">Shape [2, size].</param>
    /// <param name="kept">As the forward pass left it.</param>
    /// <param name="outputGradient">Shape [rows, size].</param>
    /// <param name="inputGradient">Written, shape [rows, size]; or empty, and it is not computed.</param>
    public static void InputGradient(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> kept,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient
    )
    {
        var size = parameters.Length / 2;
        for (var row = 0; row < inputGradient.Length / size; row++)
        {
            var normalized = kept.Slice(row * size, size);
            var gradient = inputGradient.Slice(row * size, size);

            // First the gradient by the normalised row; then what its mean and its deviation take from that.
            var scaled = new ElementProducts(outputGradient.Slice(row * size, size), parameters[..size], gradient);
            ElementKernels.Run(in scaled, size);
            var shift = LaneReductions.Sum(gradient) / size;
            var slope = LaneReductions.SumOfProducts(gradient, normalized) / size;
            var rest = new NormGradient(shift, slope, kept[inputGradient.Length + row])
            {
                Normalized = normalized,
                Gradient = gradient,
            };
            ElementKernels.Run(in rest, size);
        }
    }
}
