using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Convolutions;

/// <summary>Runs a network over frames, forward and backward, as pure functions over spans; nothing is allocated.</summary>
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
        var kept = workspace[..(specification.Steps[^1].End * batchCount)];
        ChannelOrder.ToLast(specification.Frame, frames, kept[..frames.Length]);
        foreach (var step in specification.Steps.AsSpan())
        {
            var (from, to) = (step.Shape.Input.Length, step.Shape.Output.Length);
            var input = kept.Slice(step.InputOffset * batchCount, from * batchCount);
            var sums = kept.Slice(step.SumOffset * batchCount, to * batchCount);
            var result = kept.Slice(step.OutputOffset * batchCount, to * batchCount);
            var weights = parameters[step.Weights];
            var biases = parameters[step.Biases];
            for (var frame = 0; frame < batchCount; frame++)
            {
                // Frame by frame, so that the activation finds the sums in the cache.
                var own = sums.Slice(frame * to, to);
                Convolution.Forward(step.Shape, 1, input.Slice(frame * from, from), weights, biases, own);
                Activations.Apply(step.Activation, own, result.Slice(frame * to, to));
            }
        }

        var features = kept[(specification.Steps[^1].OutputOffset * batchCount)..];
        var head = parameters[specification.HeadOffset..];
        Network.Forward(specification.Head, head, features, batchCount, workspace[kept.Length..], output);
    }

    /// <summary>Backward pass, after <see cref="Forward"/> with the same parameters and workspace.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="batchCount">Frames, at least 0.</param>
    /// <param name="workspace">As the forward pass left it, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="outputGradient">Gradient of the loss by the output, shape [batchCount, OutputCount].</param>
    /// <param name="parameterGradient">Written, not added to: shape [ParameterCount].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Backward(
        ConvolutionalSpecification specification,
        ReadOnlySpan<float> parameters,
        int batchCount,
        Span<float> workspace,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient
    )
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        SpanShape.RequireAtLeast("workspace", workspace.Length, WorkspaceLength(specification, batchCount));
        SpanShape.Require("output gradient", outputGradient.Length, batchCount, specification.OutputCount);
        SpanShape.Require("parameter gradient", parameterGradient.Length, 1, specification.ParameterCount);
        var buffers = new ConvolutionalBuffers(specification, batchCount, workspace);
        var steps = specification.Steps.AsSpan();
        var last = steps[^1];
        Network.Backward(
            specification.Head,
            parameters[specification.HeadOffset..],
            buffers.Kept(last.OutputOffset, last.Shape.Output.Length),
            batchCount,
            buffers.Head,
            outputGradient,
            parameterGradient[specification.HeadOffset..],
            buffers.Gradient(steps.Length - 1, last.Shape.Output.Length)
        );
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            BackwardStep(steps[i], i, parameters, batchCount, in buffers, parameterGradient);
        }
    }

    private static void BackwardStep(
        ConvolutionStep step,
        int index,
        ReadOnlySpan<float> parameters,
        int batchCount,
        in ConvolutionalBuffers buffers,
        Span<float> parameterGradient
    )
    {
        var (from, to) = (step.Shape.Input.Length, step.Shape.Output.Length);
        var gradient = buffers.Gradient(index, to);
        var sums = buffers.Kept(step.SumOffset, to);
        var output = buffers.Kept(step.OutputOffset, to);
        Activations.Gradient(step.Activation, sums, output, gradient, gradient);
        var input = buffers.Kept(step.InputOffset, from);
        Convolution.WeightGradient(step.Shape, batchCount, input, gradient, parameterGradient[step.Weights]);
        Convolution.BiasGradient(step.Shape, batchCount, gradient, parameterGradient[step.Biases]);
        if (index > 0)
        {
            var weights = parameters[step.Weights];
            var before = buffers.Gradient(index - 1, from);
            Convolution.InputGradient(step.Shape, batchCount, gradient, weights, buffers.Weights, before);
        }
    }
}
