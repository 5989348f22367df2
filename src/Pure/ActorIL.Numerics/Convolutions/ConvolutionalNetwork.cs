using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Convolutions;

/// <summary>
/// Runs a network over frames, forward and backward, as pure functions over spans; nothing is allocated.
/// </summary>
/// <remarks>
/// Frames come as they are stacked, [channels, height, width], and are brought to [height, width, channels] first. Each
/// frame gets the same bits whatever the others are; gradients of parameters sum over frames in order. Products are
/// those of <see cref="Convolution"/> and <see cref="Network"/>. Frames are data: there is no gradient by them.
/// </remarks>
public static class ConvolutionalNetwork
{
    /// <summary>Floats of workspace that <see cref="Forward"/> needs.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    public static int ForwardWorkspaceLength(ConvolutionalSpecification specification, int batchCount) =>
        ConvolutionalBuffers.ForwardLength(specification, batchCount);

    /// <summary>Floats of workspace that a forward and a backward pass need.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    public static int WorkspaceLength(ConvolutionalSpecification specification, int batchCount) =>
        ConvolutionalBuffers.Length(specification, batchCount);

    /// <summary>Forward pass.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="frames">Shape [batchCount, channels, height, width].</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    /// <param name="workspace">
    /// At least <see cref="ForwardWorkspaceLength"/> floats; left as it is, it is what <see cref="Backward"/> needs.
    /// </param>
    /// <param name="output">Written, shape [batchCount, OutputCount].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Forward(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> frames,
        int batchCount,
        Span<float> workspace,
        Span<float> output
    )
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        SpanShape.Require("frames", frames.Length, batchCount, specification.Frame.Length);
        SpanShape.RequireAtLeast("workspace", workspace.Length, ForwardWorkspaceLength(specification, batchCount));
        SpanShape.Require("output", output.Length, batchCount, specification.OutputCount);
        var buffers = new ConvolutionalBuffers(specification, batchCount, workspace);
        var group = new FrameGroup(0, 0);
        for (var first = 0; first < batchCount; first += group.Count)
        {
            group = buffers.Group(first);
            var frameLength = specification.Frame.Length;
            var input = buffers.Frames(group, frameLength);
            ChannelOrder.ToLast(specification.Frame, Part(frames, group, frameLength), input);
            ForwardGroup(specification, parameters, group, in buffers, input);
        }

        var features = buffers.Features(specification.Steps[^1].OutputOffset, specification.Head.InputCount);
        var head = parameters[specification.HeadOffset..];
        Network.Forward(specification.Head, head, features, batchCount, buffers.Head, output);
    }

    /// <summary>Backward pass, after <see cref="Forward"/> with the same parameters, frames and workspace.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="frames">Shape [batchCount, channels, height, width].</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    /// <param name="workspace">As the forward pass left it, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="outputGradient">Gradient of the loss by the output, shape [batchCount, OutputCount].</param>
    /// <param name="parameterGradient">Written, not added to: shape [ParameterCount].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Backward(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> frames,
        int batchCount,
        Span<float> workspace,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient
    )
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        SpanShape.Require("frames", frames.Length, batchCount, specification.Frame.Length);
        SpanShape.RequireAtLeast("workspace", workspace.Length, WorkspaceLength(specification, batchCount));
        SpanShape.Require("output gradient", outputGradient.Length, batchCount, specification.OutputCount);
        SpanShape.Require("parameter gradient", parameterGradient.Length, 1, specification.ParameterCount);
        var buffers = new ConvolutionalBuffers(specification, batchCount, workspace);
        Network.Backward(
            specification.Head,
            parameters[specification.HeadOffset..],
            buffers.Features(specification.Steps[^1].OutputOffset, specification.Head.InputCount),
            batchCount,
            buffers.Head,
            outputGradient,
            parameterGradient[specification.HeadOffset..],
            buffers.FeatureGradient
        );

        // The first convolution gives no gradient on.
        foreach (var step in specification.Steps.AsSpan()[1..])
        {
            Convolution.Transpose(step.Shape, parameters[step.Weights], buffers.Weights[step.Weights]);
        }

        if (batchCount == 0)
        {
            parameterGradient[..specification.HeadOffset].Clear();
        }

        var group = new FrameGroup(0, 0);
        for (var first = 0; first < batchCount; first += group.Count)
        {
            group = buffers.Group(first);
            BackwardGroup(specification, frames, group, in buffers, parameterGradient);
        }
    }

    private static void ForwardGroup(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> parameters,
        FrameGroup group,
        in ConvolutionalBuffers buffers,
        ReadOnlySpan<float> input
    )
    {
        foreach (var step in specification.Steps.AsSpan())
        {
            var sums = buffers.Kept(group, step.SumOffset, step.Shape.Output.Length);
            var output = buffers.Kept(group, step.OutputOffset, step.Shape.Output.Length);
            Convolution.Forward(
                step.Shape,
                group.Count,
                input,
                parameters[step.Weights],
                parameters[step.Biases],
                sums
            );
            Activations.Apply(step.Activation, sums, output);
            input = output;
        }
    }

    private static void BackwardGroup(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> frames,
        FrameGroup group,
        in ConvolutionalBuffers buffers,
        Span<float> parameterGradient
    )
    {
        var steps = specification.Steps.AsSpan();
        var gradient = Part(buffers.FeatureGradient, group, specification.Head.InputCount);
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var step = steps[i];
            var (from, to) = (step.Shape.Input.Length, step.Shape.Output.Length);
            var sums = buffers.Kept(group, step.SumOffset, to);
            var output = buffers.Kept(group, step.OutputOffset, to);
            Activations.Gradient(step.Activation, sums, output, gradient, gradient);
            var input = i == 0 ? buffers.Frames(group, from) : buffers.Kept(group, step.InputOffset, from);
            if (i == 0)
            {
                ChannelOrder.ToLast(specification.Frame, Part(frames, group, from), input);
            }

            var resumes = group.First > 0;
            var (shape, count) = (step.Shape, group.Count);
            Convolution.WeightGradient(shape, count, input, gradient, resumes, parameterGradient[step.Weights]);
            Convolution.BiasGradient(shape, count, gradient, resumes, parameterGradient[step.Biases]);
            if (i > 0)
            {
                var before = buffers.Gradient(group, i - 1, from);
                Convolution.TransposedInputGradient(shape, count, gradient, buffers.Weights[step.Weights], before);
                gradient = before;
            }
        }
    }

    private static ReadOnlySpan<float> Part(ReadOnlySpan<float> batch, FrameGroup group, int length) =>
        batch.Slice(group.First * length, group.Count * length);

    private static Span<float> Part(Span<float> batch, FrameGroup group, int length) =>
        batch.Slice(group.First * length, group.Count * length);
}
