using ActorIL.Numerics.Networks.Recurrent;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// Both passes over all layers, after the checks. Layers without memory take the rows of all time steps at once.
/// </summary>
internal static class NetworkPass
{
    public static int ForwardWorkspaceLength(NetworkPlan plan, in SequenceShape shape) =>
        checked((plan.ActivationCount * shape.RowCount) + (plan.GateColumnMax * shape.BatchCount));

    public static int WorkspaceLength(NetworkPlan plan, in SequenceShape shape) =>
        int.Max(ForwardWorkspaceLength(plan, in shape), BackwardBuffers.WorkspaceLength(plan, in shape));

    /// <summary>Forward; the memory is read and written, shape [BatchCount, MemoryCount].</summary>
    public static void Forward(
        NetworkPlan plan,
        ReadOnlySpan<float> parameters,
        in SequenceShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<byte> resets,
        Span<float> memory,
        Span<float> workspace,
        Span<float> output
    )
    {
        var rowCount = shape.RowCount;
        var scratch = workspace[(plan.ActivationCount * rowCount)..];
        var current = input;
        foreach (var step in plan.Steps.AsSpan())
        {
            var own = parameters[step.Parameters];
            var next = workspace.Slice(step.OutputOffset * rowCount, step.OutputCount * rowCount);
            var kept = workspace.Slice(step.KeptOffset * rowCount, step.KeptCount * rowCount);
            if (step.IsRecurrent)
            {
                var buffers = new RecurrentBuffers(in step, in shape, own, current, resets, kept);
                var gates = scratch[..(step.GateColumnCount * shape.BatchCount)];
                Recurrence.Forward(in buffers, memory, plan.MemoryCount, gates, next);
            }
            else
            {
                LayerPass.Forward(in step, own, current, rowCount, kept, next);
            }

            current = next;
        }

        current.CopyTo(output);
    }

    /// <summary>Backward; the input gradient may be empty.</summary>
    public static void Backward(
        NetworkPlan plan,
        ReadOnlySpan<float> parameters,
        in SequenceShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<byte> resets,
        Span<float> workspace,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient,
        Span<float> inputGradient
    )
    {
        var steps = plan.Steps.AsSpan();
        var buffers = new BackwardBuffers(plan, in shape, workspace);
        var current = outputGradient;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            ref readonly var step = ref steps[i];
            var next = i == 0 ? inputGradient : buffers.Gradient(i, step.InputCount);
            var stepInput = i == 0 ? input : buffers.Activation(step.InputOffset, step.InputCount);
            var kept = buffers.Activation(step.KeptOffset, step.KeptCount);
            var own = parameters[step.Parameters];
            var gradient = parameterGradient[step.Parameters];
            if (step.IsRecurrent)
            {
                var recurrent = new RecurrentBuffers(in step, in shape, own, stepInput, resets, kept);
                Recurrence.Backward(in recurrent, in buffers, current, gradient, next);
            }
            else
            {
                var stepOutput = buffers.Activation(step.OutputOffset, step.OutputCount);
                var tape = new LayerTape(stepInput, stepOutput, kept);
                LayerPass.Backward(in step, own, in tape, shape.RowCount, buffers.Weights, current, gradient, next);
            }

            current = next;
        }
    }
}
