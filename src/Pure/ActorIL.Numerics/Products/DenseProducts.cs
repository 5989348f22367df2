using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The four products of a dense layer y = x W + b: forward, and the gradients of W, b and x. Weights are stored [in,
/// out], the transpose of PyTorch's [out, in], so that forward and weight gradient read every operand along its rows.
/// </summary>
/// <remarks>
/// Every output element accumulates over k in order, with one fused multiply-add a step, starting from its initial
/// value: the bits do not depend on vector width, machine, or the other rows of the batch. Nothing is allocated.
/// Results must not overlap operands.
/// </remarks>
public static class DenseProducts
{
    /// <summary>Floats of workspace that any function here may use.</summary>
    /// <param name="shape">Sizes of the layer and the batch.</param>
    public static int WorkspaceLength(in DenseShape shape) => checked(shape.InputCount * shape.OutputCount);

    /// <summary>Forward: Y = X W + b.</summary>
    /// <param name="shape">Sizes of the layer and the batch.</param>
    /// <param name="inputs">X, shape [batch, in].</param>
    /// <param name="weights">W, shape [in, out].</param>
    /// <param name="biases">b, shape [out].</param>
    /// <param name="outputs">Written: Y, shape [batch, out].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Forward(
        in DenseShape shape,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> biases,
        Span<float> outputs
    )
    {
        SpanShape.Require("inputs", inputs.Length, shape.BatchCount, shape.InputCount);
        SpanShape.Require("weights", weights.Length, shape.InputCount, shape.OutputCount);
        SpanShape.Require("biases", biases.Length, 1, shape.OutputCount);
        SpanShape.Require("outputs", outputs.Length, shape.BatchCount, shape.OutputCount);
        var operands = new ProductOperands(in First(inputs), in First(weights), ref First(outputs))
        {
            StepCount = (nuint)shape.InputCount,
            LeftRowStride = (nuint)shape.InputCount,
            LeftStepStride = 1,
            RightStride = (nuint)shape.OutputCount,
            ResultStride = (nuint)shape.OutputCount,
        };
        MatrixProduct.Multiply(in operands, shape.BatchCount, shape.OutputCount, biases);
    }

    /// <summary>Weight gradient: dW = Xᵀ dY, summed over the batch in order.</summary>
    /// <param name="shape">Sizes of the layer and the batch.</param>
    /// <param name="inputs">X, shape [batch, in].</param>
    /// <param name="outputGradients">dY, shape [batch, out].</param>
    /// <param name="weightGradients">Written: dW, shape [in, out].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void WeightGradient(
        in DenseShape shape,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> outputGradients,
        Span<float> weightGradients
    ) => WeightGradient(in shape, inputs, outputGradients, resumes: false, weightGradients);

    /// <summary>The same; where it resumes, the rows are added to what the gradient holds, in order.</summary>
    internal static void WeightGradient(
        in DenseShape shape,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> outputGradients,
        bool resumes,
        Span<float> weightGradients
    )
    {
        SpanShape.Require("inputs", inputs.Length, shape.BatchCount, shape.InputCount);
        SpanShape.Require("output gradients", outputGradients.Length, shape.BatchCount, shape.OutputCount);
        SpanShape.Require("weight gradients", weightGradients.Length, shape.InputCount, shape.OutputCount);
        var operands = new ProductOperands(in First(inputs), in First(outputGradients), ref First(weightGradients))
        {
            StepCount = (nuint)shape.BatchCount,
            LeftRowStride = 1,
            LeftStepStride = (nuint)shape.InputCount,
            RightStride = (nuint)shape.OutputCount,
            ResultStride = (nuint)shape.OutputCount,
            Resumes = resumes,
        };
        MatrixProduct.Multiply(in operands, shape.InputCount, shape.OutputCount, []);
    }

    /// <summary>Bias gradient: each column of dY summed over the batch in order.</summary>
    /// <param name="shape">Sizes of the layer and the batch.</param>
    /// <param name="outputGradients">dY, shape [batch, out].</param>
    /// <param name="biasGradients">Written: db, shape [out].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void BiasGradient(
        in DenseShape shape,
        ReadOnlySpan<float> outputGradients,
        Span<float> biasGradients
    ) => BiasGradient(in shape, outputGradients, resumes: false, biasGradients);

    /// <summary>The same; where it resumes, the rows are added to what the gradient holds, in order.</summary>
    internal static void BiasGradient(
        in DenseShape shape,
        ReadOnlySpan<float> outputGradients,
        bool resumes,
        Span<float> biasGradients
    )
    {
        SpanShape.Require("output gradients", outputGradients.Length, shape.BatchCount, shape.OutputCount);
        SpanShape.Require("bias gradients", biasGradients.Length, 1, shape.OutputCount);
        ColumnSums.Sum(outputGradients, shape.BatchCount, biasGradients, resumes);
    }

    /// <summary>Input gradient: dX = dY Wᵀ.</summary>
    /// <param name="shape">Sizes of the layer and the batch.</param>
    /// <param name="outputGradients">dY, shape [batch, out].</param>
    /// <param name="weights">W, shape [in, out].</param>
    /// <param name="workspace">Overwritten, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="inputGradients">Written: dX, shape [batch, in].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void InputGradient(
        in DenseShape shape,
        ReadOnlySpan<float> outputGradients,
        ReadOnlySpan<float> weights,
        Span<float> workspace,
        Span<float> inputGradients
    )
    {
        SpanShape.Require("weights", weights.Length, shape.InputCount, shape.OutputCount);
        SpanShape.RequireAtLeast("workspace", workspace.Length, WorkspaceLength(in shape));
        var transposed = workspace[..weights.Length];
        Transposition.Transpose(weights, shape.InputCount, shape.OutputCount, transposed);
        InputGradient(in shape, outputGradients, transposed, inputGradients);
    }

    /// <summary>The same with weights that are transposed already, shape [out, in].</summary>
    internal static void InputGradient(
        in DenseShape shape,
        ReadOnlySpan<float> outputGradients,
        ReadOnlySpan<float> transposed,
        Span<float> inputGradients
    ) => InputGradientThroughTanh(in shape, outputGradients, transposed, [], inputGradients);

    /// <summary>Whether <see cref="InputGradientThroughTanh"/> can go through the tanh that gave so many inputs.</summary>
    internal static bool PassesTangents(int inputCount) => WideProduct.Covers(inputCount);

    /// <summary>
    /// The same; where there are tangents, the gradient by what tanh took: dX (1 - X²), X being what it gave.
    /// </summary>
    internal static void InputGradientThroughTanh(
        in DenseShape shape,
        ReadOnlySpan<float> outputGradients,
        ReadOnlySpan<float> transposed,
        ReadOnlySpan<float> tangents,
        Span<float> inputGradients
    )
    {
        SpanShape.Require("output gradients", outputGradients.Length, shape.BatchCount, shape.OutputCount);
        SpanShape.Require("transposed weights", transposed.Length, shape.OutputCount, shape.InputCount);
        SpanShape.Require("input gradients", inputGradients.Length, shape.BatchCount, shape.InputCount);
        ref readonly var left = ref First(outputGradients);
        var operands = new ProductOperands(in left, in First(transposed), ref First(inputGradients), in First(tangents))
        {
            StepCount = (nuint)shape.OutputCount,
            LeftRowStride = (nuint)shape.OutputCount,
            LeftStepStride = 1,
            RightStride = (nuint)shape.InputCount,
            ResultStride = (nuint)shape.InputCount,
        };
        MatrixProduct.Multiply(in operands, shape.BatchCount, shape.InputCount, []);
    }

    private static ref readonly float First(ReadOnlySpan<float> span) =>
        ref span.IsEmpty ? ref Unsafe.NullRef<float>() : ref MemoryMarshal.GetReference(span);

    private static ref float First(Span<float> span) => ref MemoryMarshal.GetReference(span);
}
