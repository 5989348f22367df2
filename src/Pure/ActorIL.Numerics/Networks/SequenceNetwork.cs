using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// Runs a network over time, forward and backward, as pure functions over spans; nothing is allocated. Networks
/// without memory run too, with the bits of <see cref="Network"/>.
/// </summary>
/// <remarks>
/// Each row gets the same bits whatever the other rows, the batch size and the number of time steps in a call are;
/// gradients of parameters sum over the rows in order, time step after time step. Products are those of
/// <see cref="DenseProducts"/>. A row of memory has <see cref="NetworkSpecification.MemoryCount"/> floats; a new
/// episode begins with zeros.
/// </remarks>
public static class SequenceNetwork
{
    /// <summary>Floats of workspace that <see cref="Step"/> needs.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    public static int StepWorkspaceLength(NetworkSpecification specification, int batchCount) =>
        ForwardWorkspaceLength(specification, new(1, batchCount));

    /// <summary>Floats of workspace that <see cref="Forward"/> needs.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="shape">Time steps and sequences.</param>
    public static int ForwardWorkspaceLength(NetworkSpecification specification, in SequenceShape shape) =>
        NetworkPass.ForwardWorkspaceLength(specification.Plan, in shape);

    /// <summary>Floats of workspace that a forward and a backward pass need.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="shape">Time steps and sequences.</param>
    public static int WorkspaceLength(NetworkSpecification specification, in SequenceShape shape) =>
        NetworkPass.WorkspaceLength(specification.Plan, in shape);

    /// <summary>One time step of a batch.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="input">Shape [batchCount, InputCount].</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    /// <param name="memory">Read, then written: shape [batchCount, MemoryCount]; zeros where an episode begins.</param>
    /// <param name="workspace">Overwritten, at least <see cref="StepWorkspaceLength"/> floats.</param>
    /// <param name="output">Written, shape [batchCount, OutputCount].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Step(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        int batchCount,
        Span<float> memory,
        Span<float> workspace,
        Span<float> output
    ) => Forward(specification, parameters, new(1, batchCount), input, [], memory, workspace, output, memory);

    /// <summary>Forward pass over time: the bits of a <see cref="Step"/> for each time step.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="shape">Time steps and sequences.</param>
    /// <param name="input">Shape [TimeCount, BatchCount, InputCount].</param>
    /// <param name="resets">
    /// Shape [TimeCount, BatchCount]: where it is not 0, an episode begins and the row's memory is zero before the
    /// step; or empty, and none begins.
    /// </param>
    /// <param name="initialMemory">Shape [BatchCount, MemoryCount].</param>
    /// <param name="workspace">
    /// At least <see cref="ForwardWorkspaceLength"/> floats; left as it is, it is what <see cref="Backward"/> needs.
    /// </param>
    /// <param name="output">Written, shape [TimeCount, BatchCount, OutputCount].</param>
    /// <param name="finalMemory">
    /// Written, shape [BatchCount, MemoryCount]; may be the same memory as the initial one.
    /// </param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Forward(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        in SequenceShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<byte> resets,
        ReadOnlySpan<float> initialMemory,
        Span<float> workspace,
        Span<float> output,
        Span<float> finalMemory
    )
    {
        RequireShapes(specification, parameters, in shape, input, resets);
        SpanShape.RequireAtLeast("workspace", workspace.Length, ForwardWorkspaceLength(specification, in shape));
        SpanShape.Require("initial memory", initialMemory.Length, shape.BatchCount, specification.MemoryCount);
        SpanShape.Require("final memory", finalMemory.Length, shape.BatchCount, specification.MemoryCount);
        SpanShape.Require("output", output.Length, shape.RowCount, specification.OutputCount);
        initialMemory.CopyTo(finalMemory);
        NetworkPass.Forward(specification.Plan, parameters, in shape, input, resets, finalMemory, workspace, output);
    }

    /// <summary>
    /// Backward pass through time, after <see cref="Forward"/> with the same parameters, input, resets and workspace.
    /// No gradient passes a reset, and none goes to the initial memory.
    /// </summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="shape">Time steps and sequences.</param>
    /// <param name="input">Shape [TimeCount, BatchCount, InputCount].</param>
    /// <param name="resets">Shape [TimeCount, BatchCount], or empty, as for the forward pass.</param>
    /// <param name="workspace">As the forward pass left it, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="outputGradient">
    /// Gradient of the loss by the output, shape [TimeCount, BatchCount, OutputCount].
    /// </param>
    /// <param name="parameterGradient">Written, not added to: shape [ParameterCount].</param>
    /// <param name="inputGradient">
    /// Written, shape [TimeCount, BatchCount, InputCount]; or empty, and it is not computed.
    /// </param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Backward(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        in SequenceShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<byte> resets,
        Span<float> workspace,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient,
        Span<float> inputGradient = default
    )
    {
        RequireShapes(specification, parameters, in shape, input, resets);
        SpanShape.RequireAtLeast("workspace", workspace.Length, WorkspaceLength(specification, in shape));
        SpanShape.Require("output gradient", outputGradient.Length, shape.RowCount, specification.OutputCount);
        SpanShape.Require("parameter gradient", parameterGradient.Length, 1, specification.ParameterCount);
        if (!inputGradient.IsEmpty)
        {
            SpanShape.Require("input gradient", inputGradient.Length, shape.RowCount, specification.InputCount);
        }

        NetworkPass.Backward(
            specification.Plan,
            parameters,
            in shape,
            input,
            resets,
            workspace,
            outputGradient,
            parameterGradient,
            inputGradient
        );
    }

    private static void RequireShapes(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        in SequenceShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<byte> resets
    )
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        SpanShape.Require("input", input.Length, shape.RowCount, specification.InputCount);
        if (!resets.IsEmpty)
        {
            SpanShape.Require("resets", resets.Length, shape.TimeCount, shape.BatchCount);
        }
    }
}
