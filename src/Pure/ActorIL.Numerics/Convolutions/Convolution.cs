using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Convolutions;

/// <summary>
/// A convolution of frames (cross-correlation: filters are not flipped) and its gradients. Frames have their channels
/// last, [height, width, channels]; weights are [kernel rows, kernel columns, channels, filters], so that a patch lies
/// in memory as a few runs and is multiplied where it lies: nothing is unfolded.
/// </summary>
/// <remarks>
/// Every element takes its sum in one fixed order, one fused multiply-add a step: an output the kernel's rows, columns
/// and channels, from its bias; a weight's gradient the frames, and in each the positions row by row, from 0; an
/// input's gradient the kernel's rows and columns, and at each the filters, from 0. The bits depend on neither vector
/// width nor machine, and a frame's outputs not on the other frames. Nothing is allocated. Results must not overlap
/// operands.
/// </remarks>
public static class Convolution
{
    /// <summary>Floats of workspace that <see cref="InputGradient"/> needs.</summary>
    /// <param name="shape">Sizes of the convolution.</param>
    public static int WorkspaceLength(ConvolutionShape shape) => shape.WeightCount;

    /// <summary>Forward: at each position, the products of a patch with each filter, and the bias.</summary>
    /// <param name="shape">Sizes of the convolution.</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    /// <param name="inputs">Shape [batch, height, width, channels].</param>
    /// <param name="weights">Shape [kernel rows, kernel columns, channels, filters].</param>
    /// <param name="biases">Shape [filters].</param>
    /// <param name="outputs">Written, shape [batch, output height, output width, filters].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Forward(
        ConvolutionShape shape,
        int batchCount,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> biases,
        Span<float> outputs
    )
    {
        var (from, to) = (shape.Input, shape.Output);
        SpanShape.Require("inputs", inputs.Length, batchCount, from.Length);
        SpanShape.Require("weights", weights.Length, shape.PatchLength, to.ChannelCount);
        SpanShape.Require("biases", biases.Length, 1, to.ChannelCount);
        SpanShape.Require("outputs", outputs.Length, batchCount, to.Length);
        for (var frame = 0; frame < batchCount; frame++)
        {
            ref readonly var input = ref First(inputs[(frame * from.Length)..]);
            ref var output = ref First(outputs[(frame * to.Length)..]);
            var operands = new PanelOperands(in input, in First(weights), ref output)
            {
                LeftRows = Positions(shape),
                ResultRows = RowPlaces.Even((nuint)to.ChannelCount),
                RunCount = (nuint)shape.KernelSize,
                StepCount = (nuint)(shape.KernelSize * from.ChannelCount),
                LeftStride = 1,
                LeftRunStride = (nuint)(from.Width * from.ChannelCount),
                RightStride = (nuint)to.ChannelCount,
                Resumes = false,
            };
            PanelProduct.Multiply(in operands, to.PlaceCount, to.ChannelCount, biases);
        }
    }

    /// <summary>Weight gradient, summed over frames and positions in order.</summary>
    /// <param name="shape">Sizes of the convolution.</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    /// <param name="inputs">Shape [batch, height, width, channels].</param>
    /// <param name="outputGradients">Shape [batch, output height, output width, filters].</param>
    /// <param name="resumes">Whether frames came before these, whose sums the gradient holds.</param>
    /// <param name="weightGradients">Written, shape [kernel rows, kernel columns, channels, filters].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void WeightGradient(
        ConvolutionShape shape,
        int batchCount,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> outputGradients,
        bool resumes,
        Span<float> weightGradients
    )
    {
        var (from, to) = (shape.Input, shape.Output);
        SpanShape.Require("inputs", inputs.Length, batchCount, from.Length);
        SpanShape.Require("output gradients", outputGradients.Length, batchCount, to.Length);
        SpanShape.Require("weight gradients", weightGradients.Length, shape.PatchLength, to.ChannelCount);
        var rowLength = (nuint)(from.Width * from.ChannelCount);
        if (batchCount == 0 && !resumes)
        {
            weightGradients.Clear();
        }

        for (var frame = 0; frame < batchCount; frame++)
        {
            ref readonly var input = ref First(inputs[(frame * from.Length)..]);
            ref readonly var gradient = ref First(outputGradients[(frame * to.Length)..]);
            var operands = new PanelOperands(in input, in gradient, ref First(weightGradients))
            {
                LeftRows = new((nuint)(shape.KernelSize * from.ChannelCount), 1, rowLength),
                ResultRows = RowPlaces.Even((nuint)to.ChannelCount),
                RunCount = (nuint)to.Height,
                StepCount = (nuint)to.Width,
                LeftStride = (nuint)(shape.Stride * from.ChannelCount),
                LeftRunStride = (nuint)shape.Stride * rowLength,
                RightStride = (nuint)to.ChannelCount,
                Resumes = resumes || frame > 0,
            };
            PanelProduct.Multiply(in operands, shape.PatchLength, to.ChannelCount, []);
        }
    }

    /// <summary>Bias gradient, summed over frames and positions in order.</summary>
    /// <param name="shape">Sizes of the convolution.</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    /// <param name="outputGradients">Shape [batch, output height, output width, filters].</param>
    /// <param name="resumes">Whether frames came before these, whose sums the gradient holds.</param>
    /// <param name="biasGradients">Written, shape [filters].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void BiasGradient(
        ConvolutionShape shape,
        int batchCount,
        ReadOnlySpan<float> outputGradients,
        bool resumes,
        Span<float> biasGradients
    )
    {
        SpanShape.Require("output gradients", outputGradients.Length, batchCount, shape.Output.Length);
        SpanShape.Require("bias gradients", biasGradients.Length, 1, shape.Output.ChannelCount);
        ColumnSums.Sum(outputGradients, batchCount * shape.Output.PlaceCount, biasGradients, resumes);
    }

    /// <summary>Input gradient: each output's gradient, by the weights, to where its patch was.</summary>
    /// <param name="shape">Sizes of the convolution.</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    /// <param name="outputGradients">Shape [batch, output height, output width, filters].</param>
    /// <param name="weights">Shape [kernel rows, kernel columns, channels, filters].</param>
    /// <param name="workspace">Overwritten, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="inputGradients">Written, shape [batch, height, width, channels].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <remarks>
    /// Neighbouring columns of the kernel touch no place twice if they are at most as many as the stride: they are one
    /// product, whose result is written over the rows of the patches.
    /// </remarks>
    public static void InputGradient(
        ConvolutionShape shape,
        int batchCount,
        ReadOnlySpan<float> outputGradients,
        ReadOnlySpan<float> weights,
        Span<float> workspace,
        Span<float> inputGradients
    )
    {
        SpanShape.RequireAtLeast("workspace", workspace.Length, WorkspaceLength(shape));
        var transposed = workspace[..WorkspaceLength(shape)];
        Transpose(shape, weights, transposed);
        TransposedInputGradient(shape, batchCount, outputGradients, transposed, inputGradients);
    }

    /// <summary>The same with weights that are transposed already.</summary>
    internal static void TransposedInputGradient(
        ConvolutionShape shape,
        int batchCount,
        ReadOnlySpan<float> outputGradients,
        ReadOnlySpan<float> transposed,
        Span<float> inputGradients
    )
    {
        var (from, to) = (shape.Input, shape.Output);
        SpanShape.Require("output gradients", outputGradients.Length, batchCount, to.Length);
        SpanShape.Require("transposed weights", transposed.Length, shape.PatchLength, to.ChannelCount);
        SpanShape.Require("input gradients", inputGradients.Length, batchCount, from.Length);
        inputGradients.Clear();
        for (var frame = 0; frame < batchCount; frame++)
        {
            ref readonly var gradient = ref First(outputGradients[(frame * to.Length)..]);
            ref var input = ref First(inputGradients[(frame * from.Length)..]);
            AddGroups(shape, in gradient, in First(transposed), ref input);
        }
    }

    /// <summary>
    /// The weights as input gradients take them: of some neighbouring kernel columns [filters, columns x channels],
    /// group after group.
    /// </summary>
    internal static void Transpose(ConvolutionShape shape, ReadOnlySpan<float> weights, Span<float> target)
    {
        SpanShape.Require("weights", weights.Length, shape.PatchLength, shape.Output.ChannelCount);
        var filterCount = shape.Output.ChannelCount;
        var offset = 0;
        for (var row = 0; row < shape.KernelSize; row++)
        {
            for (var column = 0; column < shape.KernelSize; column += GroupSize(shape))
            {
                var length = int.Min(GroupSize(shape), shape.KernelSize - column) * shape.Input.ChannelCount;
                var part = weights.Slice(offset, length * filterCount);
                Transposition.Transpose(part, length, filterCount, target.Slice(offset, part.Length));
                offset += part.Length;
            }
        }
    }

    private static void AddGroups(
        ConvolutionShape shape,
        ref readonly float gradient,
        ref readonly float transposed,
        ref float input
    )
    {
        var (from, to) = (shape.Input, shape.Output);
        nuint offset = 0;
        for (var row = 0; row < shape.KernelSize; row++)
        {
            for (var column = 0; column < shape.KernelSize; column += GroupSize(shape))
            {
                var length = int.Min(GroupSize(shape), shape.KernelSize - column) * from.ChannelCount;
                var corner = ((row * from.Width) + column) * from.ChannelCount;
                ref readonly var weights = ref Unsafe.Add(ref Unsafe.AsRef(in transposed), offset);
                var operands = new PanelOperands(in gradient, in weights, ref Unsafe.Add(ref input, corner))
                {
                    LeftRows = RowPlaces.Even((nuint)to.ChannelCount),
                    ResultRows = Positions(shape),
                    RunCount = 1,
                    StepCount = (nuint)to.ChannelCount,
                    LeftStride = 1,
                    LeftRunStride = 0,
                    RightStride = (nuint)length,
                    Resumes = true,
                };
                PanelProduct.Multiply(in operands, to.PlaceCount, length, []);
                offset += (nuint)(length * to.ChannelCount);
            }
        }
    }

    private static int GroupSize(ConvolutionShape shape) => int.Min(shape.Stride, shape.KernelSize);

    // Where the first numbers of the patches lie within a frame.
    private static RowPlaces Positions(ConvolutionShape shape)
    {
        var step = (nuint)(shape.Stride * shape.Input.ChannelCount);
        return new((nuint)shape.Output.Width, step, step * (nuint)shape.Input.Width);
    }

    private static ref readonly float First(ReadOnlySpan<float> span) => ref MemoryMarshal.GetReference(span);

    private static ref float First(Span<float> span) => ref MemoryMarshal.GetReference(span);
}
