using ActorIL.Numerics.Networks.Recurrent;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// Both passes over all layers, after the checks. A network without memory takes some rows at a time through all its
/// layers, one with memory all time steps at once.
/// </summary>
/// <remarks>
/// Gradients of parameters go on from one block of rows to the next, so that they sum over all rows in order. The
/// workspace holds the activations block after block, then what <see cref="BackwardBuffers"/> needs for one block.
/// </remarks>
internal static class NetworkPass
{
    // What so many rows of a small network take and give in one layer stays in the first-level cache beside its weights.
    private const int BlockRowCountMax = 128;

    public static int ForwardWorkspaceLength(NetworkPlan plan, in SequenceShape shape) =>
        checked((plan.ActivationCount * shape.RowCount) + (plan.GateColumnMax * shape.BatchCount));

    public static int WorkspaceLength(NetworkPlan plan, in SequenceShape shape)
    {
        var block = Block(plan, in shape, 0);
        var backward = checked(
            (plan.ActivationCount * shape.RowCount) + BackwardBuffers.WorkspaceLength(plan, in block)
        );
        return int.Max(ForwardWorkspaceLength(plan, in shape), backward);
    }

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
        var scratch = workspace[(plan.ActivationCount * shape.RowCount)..];
        for (var first = 0; first < shape.RowCount; )
        {
            var block = Block(plan, in shape, first);
            var activations = Rows(workspace, first, block.RowCount, plan.ActivationCount);
            var own = Rows(input, first, block.RowCount, plan.Steps[0].InputCount);
            var last = ForwardBlock(plan, parameters, in block, own, resets, memory, activations, scratch);
            last.CopyTo(output[(first * plan.OutputCount)..]);
            first += block.RowCount;
        }
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
        var inputCount = plan.Steps[0].InputCount;
        var scratch = workspace[(plan.ActivationCount * shape.RowCount)..];
        var first = 0;
        do
        {
            var block = Block(plan, in shape, first);
            var pass = new BackwardBlock
            {
                Plan = plan,
                Parameters = parameters,
                Shape = block,
                Resumes = first > 0,
                Input = Rows(input, first, block.RowCount, inputCount),
                Resets = resets,
                Activations = Rows(workspace, first, block.RowCount, plan.ActivationCount),
                Buffers = new(plan, in block, scratch),
            };
            pass.Run(
                Rows(outputGradient, first, block.RowCount, plan.OutputCount),
                parameterGradient,
                inputGradient.IsEmpty ? [] : Rows(inputGradient, first, block.RowCount, inputCount)
            );
            first += block.RowCount;
        } while (first < shape.RowCount);
    }

    /// <returns>The last step's output.</returns>
    private static ReadOnlySpan<float> ForwardBlock(
        NetworkPlan plan,
        ReadOnlySpan<float> parameters,
        in SequenceShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<byte> resets,
        Span<float> memory,
        Span<float> activations,
        Span<float> scratch
    )
    {
        var rowCount = shape.RowCount;
        var current = input;
        foreach (ref readonly var step in plan.Steps.AsSpan())
        {
            var own = parameters[step.Parameters];
            var next = activations.Slice(step.OutputOffset * rowCount, step.OutputCount * rowCount);
            var kept = activations.Slice(step.KeptOffset * rowCount, step.KeptCount * rowCount);
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

        return current;
    }

    private static SequenceShape Block(NetworkPlan plan, in SequenceShape shape, int first) =>
        plan.MemoryCount > 0 ? shape : new(1, int.Min(shape.RowCount - first, BlockRowCountMax));

    private static Span<float> Rows(Span<float> matrix, int first, int rowCount, int columnCount) =>
        matrix.Slice(first * columnCount, rowCount * columnCount);

    private static ReadOnlySpan<float> Rows(ReadOnlySpan<float> matrix, int first, int rowCount, int columnCount) =>
        matrix.Slice(first * columnCount, rowCount * columnCount);
}
