using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>Runs a network, forward and backward, as pure functions over spans; nothing is allocated.</summary>
/// <remarks>
/// Each row of a batch gets the same bits whatever the other rows and the batch size are; gradients of parameters sum
/// over the batch in order. Products are those of <see cref="DenseProducts"/>.
/// </remarks>
public static class Network
{
    /// <summary>Floats of workspace that <see cref="Forward"/> needs.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    public static int ForwardWorkspaceLength(NetworkSpecification specification, int batchCount) =>
        checked(specification.Plan.ActivationCount * batchCount);

    /// <summary>Floats of workspace that a forward and a backward pass need.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    public static int WorkspaceLength(NetworkSpecification specification, int batchCount) =>
        checked(
            ForwardWorkspaceLength(specification, batchCount)
            + (2 * specification.Plan.WidthMax * batchCount)
            + specification.Plan.WeightCountMax
        );

    /// <summary>Forward pass.</summary>
    /// <param name="specification">The network.</param>
    /// <param name="parameters">Flat, shape [ParameterCount].</param>
    /// <param name="input">Shape [batchCount, InputCount].</param>
    /// <param name="batchCount">Rows, at least 0.</param>
    /// <param name="workspace">
    /// At least <see cref="ForwardWorkspaceLength"/> floats; left as it is, it is what <see cref="Backward"/> needs.
    /// </param>
    /// <param name="output">Written, shape [batchCount, OutputCount].</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
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
        ReadOnlySpan<float> current = input;
        foreach (var step in specification.Plan.Steps.AsSpan())
        {
            var next = workspace.Slice(step.OutputOffset * batchCount, step.OutputCount * batchCount);
            RunStep(in step, parameters, current, batchCount, next);
            current = next;
        }

        current.CopyTo(output);
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
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
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

        var steps = specification.Plan.Steps.AsSpan();
        var buffers = new BackwardBuffers(specification.Plan, batchCount, workspace);
        var current = outputGradient;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var step = steps[i];
            var next = i == 0 ? inputGradient : buffers.Gradient(i, step.InputCount);
            var stepInput = i == 0 ? input : buffers.Activation(step.InputOffset, step.InputCount);
            ReadOnlySpan<float> stepOutput = buffers.Activation(step.OutputOffset, step.OutputCount);
            if (step.Kind == NetworkStepKind.Dense)
            {
                var shape = new DenseShape(batchCount, step.InputCount, step.OutputCount);
                var gradient = parameterGradient.Slice(step.ParameterOffset, step.ParameterCount);
                DenseProducts.WeightGradient(in shape, stepInput, current, gradient[..step.WeightCount]);
                DenseProducts.BiasGradient(in shape, current, gradient[step.WeightCount..]);
                if (!next.IsEmpty)
                {
                    var weights = parameters.Slice(step.ParameterOffset, step.WeightCount);
                    DenseProducts.InputGradient(in shape, current, weights, buffers.Weights, next);
                }
            }
            else if (!next.IsEmpty)
            {
                Activations.Gradient(step.Kind, stepOutput, current, next);
            }

            current = next;
        }
    }

    private static void RunStep(
        in NetworkStep step,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> current,
        int batchCount,
        Span<float> next
    )
    {
        if (step.Kind != NetworkStepKind.Dense)
        {
            Activations.Apply(step.Kind, current, next);
            return;
        }

        var shape = new DenseShape(batchCount, step.InputCount, step.OutputCount);
        var own = parameters.Slice(step.ParameterOffset, step.ParameterCount);
        DenseProducts.Forward(in shape, current, own[..step.WeightCount], own[step.WeightCount..], next);
    }

    private static void RequireShapes(
        NetworkSpecification specification,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        int batchCount
    )
    {
        SpanShape.Require("parameters", parameters.Length, 1, specification.ParameterCount);
        SpanShape.Require("input", input.Length, batchCount, specification.InputCount);
    }
}
