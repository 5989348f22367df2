using ActorIL.Core.Prelude;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// Runs a feed-forward network, forward and backward, as pure functions over spans; nothing is allocated. Networks with
/// memory run in <see cref="SequenceNetwork"/>.
/// </summary>
/// <remarks>
/// Each row of a batch gets the same bits whatever the other rows and the batch size are; gradients of parameters sum
/// over the batch in order. Products are those of <see cref="DenseProducts"/>.
/// </remarks>
public static class Network
{
    // Rows whose activations stay in the nearest caches from one layer to the next.
    private const int BlockRowCount = 128;

    /// <summary>Floats of workspace that <see cref="Forward"/> needs.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    public static int ForwardWorkspaceLength(NetworkSpecification specification, int batchCount) =>
        NetworkPass.ForwardWorkspaceLength(specification.Plan, new(1, batchCount));

    /// <summary>Floats of workspace that a forward and a backward pass need.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    public static int WorkspaceLength(NetworkSpecification specification, int batchCount) =>
        NetworkPass.WorkspaceLength(specification.Plan, new(1, batchCount));

    /// <summary>Forward pass.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="input">Shape [batchCount, InputCount].</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    /// <param name="workspace">
    /// At least <see cref="ForwardWorkspaceLength"/> floats; left as it is, it is what <see cref="Backward"/> needs.
    /// </param>
    /// <param name="output">Written, shape [batchCount, OutputCount].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape, or the network has memory.</exception>
    public static void Forward(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        int batchCount,
        Span<float> workspace,
        Span<float> output
    )
    {
        RequireShapes(specification, parameters, input, batchCount);
        SpanShape.RequireAtLeast("workspace", workspace.Length, ForwardWorkspaceLength(specification, batchCount));
        SpanShape.Require("output", output.Length, batchCount, specification.OutputCount);
        var shape = new SequenceShape(1, batchCount);
        NetworkPass.Forward(specification.Plan, parameters, in shape, input, [], [], workspace, output);
    }

    /// <summary>Forward pass of any number of rows that no backward pass follows: brings its own workspace.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="input">Shape [batchCount, InputCount].</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    /// <param name="output">Written, shape [batchCount, OutputCount].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape, or the network has memory.</exception>
    public static void Evaluate(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        int batchCount,
        Span<float> output
    )
    {
        RequireShapes(specification, parameters, input, batchCount);
        SpanShape.Require("output", output.Length, batchCount, specification.OutputCount);
        using var workspace = new Scratch<float>(
            ForwardWorkspaceLength(specification, int.Min(batchCount, BlockRowCount))
        );
        for (var start = 0; start < batchCount; start += BlockRowCount)
        {
            var count = int.Min(BlockRowCount, batchCount - start);
            Forward(
                specification,
                parameters,
                input.Slice(start * specification.InputCount, count * specification.InputCount),
                count,
                workspace.Span,
                output.Slice(start * specification.OutputCount, count * specification.OutputCount)
            );
        }
    }

    /// <summary>Backward pass, after <see cref="Forward"/> with the same parameters, input and workspace.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="input">Shape [batchCount, InputCount].</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    /// <param name="workspace">As the forward pass left it, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="outputGradient">Gradient of the loss by the output, shape [batchCount, OutputCount].</param>
    /// <param name="parameterGradient">Written, not added to: shape [ParameterCount].</param>
    /// <param name="inputGradient">Written, shape [batchCount, InputCount]; or empty, and it is not computed.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape, or the network has memory.</exception>
    public static void Backward(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        int batchCount,
        Span<float> workspace,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient,
        Span<float> inputGradient = default
    )
    {
        RequireShapes(specification, parameters, input, batchCount);
        SpanShape.RequireAtLeast("workspace", workspace.Length, WorkspaceLength(specification, batchCount));
        SpanShape.Require("output gradient", outputGradient.Length, batchCount, specification.OutputCount);
        SpanShape.Require("parameter gradient", parameterGradient.Length, 1, specification.ParameterCount);
        if (!inputGradient.IsEmpty)
        {
            SpanShape.Require("input gradient", inputGradient.Length, batchCount, specification.InputCount);
        }

        NetworkPass.Backward(
            specification.Plan,
            parameters,
            new(1, batchCount),
            input,
            [],
            workspace,
            outputGradient,
            parameterGradient,
            inputGradient
        );
    }

    private static void RequireShapes(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        int batchCount
    )
    {
        if (specification.MemoryCount > 0)
        {
            throw new ArgumentException(
                $"The network keeps {specification.MemoryCount} floats of memory a row; run it with SequenceNetwork."
            );
        }

        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        SpanShape.Require("input", input.Length, batchCount, specification.InputCount);
    }
}
