using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>Both passes of a recurrent layer over all time steps.</summary>
/// <remarks>
/// The products with the input are done for all time steps at once, those with h step by step. Their two sums, each
/// with its bias, are added once.
/// </remarks>
internal static class Recurrence
{
    /// <summary>Forward.</summary>
    /// <param name="buffers">What the layer reads and keeps.</param>
    /// <param name="memory">All layers' memory, read and written, shape [batch, memoryCount].</param>
    /// <param name="memoryCount">Columns of a row of memory.</param>
    /// <param name="hiddenSums">Overwritten, shape [batch, gates · hidden].</param>
    /// <param name="output">Written, shape [time, batch, hidden].</param>
    public static void Forward(
        scoped in RecurrentBuffers buffers,
        Span<float> memory,
        int memoryCount,
        Span<float> hiddenSums,
        Span<float> output
    )
    {
        var (step, batchCount) = (buffers.Step, buffers.Shape.BatchCount);
        var whole = new DenseShape(buffers.Shape.RowCount, step.InputCount, step.GateColumnCount);
        var weights = buffers.Parameters[step.Weights];
        DenseProducts.Forward(in whole, buffers.Input, weights, buffers.Parameters[step.InputBiases], buffers.Gates);

        var one = new DenseShape(batchCount, step.OutputCount, step.GateColumnCount);
        var hiddenWeights = buffers.Parameters[step.HiddenWeights];
        var hiddenBiases = buffers.Parameters[step.HiddenBiases];
        var hiddenLength = batchCount * step.OutputCount;
        for (var time = 0; time < buffers.Shape.TimeCount; time++)
        {
            var first = time * batchCount;
            Recall(in buffers, memory, memoryCount, first);
            var hidden = buffers.Hidden.Slice(first * step.OutputCount, hiddenLength);
            DenseProducts.Forward(in one, hidden, hiddenWeights, hiddenBiases, hiddenSums);
            for (var i = 0; i < batchCount; i++)
            {
                var own = memory.Slice((i * memoryCount) + step.MemoryOffset, step.MemoryCount);
                var cell = ForwardRow(in buffers, first + i, buffers.GateRow(hiddenSums, i), own, output);
                if (step.Kind == NetworkStepKind.Lstm)
                {
                    LstmCell.Forward(in cell);
                }
                else
                {
                    GruCell.Forward(in cell);
                }
            }
        }
    }

    /// <summary>Backward.</summary>
    /// <param name="buffers">What the layer read and kept.</param>
    /// <param name="workspace">Where the gradients on the way are.</param>
    /// <param name="outputGradient">Shape [time, batch, hidden].</param>
    /// <param name="parameterGradient">Written: that of the layer's own.</param>
    /// <param name="inputGradient">Written, shape [time, batch, in]; or empty, and it is not computed.</param>
    public static void Backward(
        scoped in RecurrentBuffers buffers,
        scoped in BackwardBuffers workspace,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient,
        Span<float> inputGradient
    )
    {
        var (step, rowCount) = (buffers.Step, buffers.Shape.RowCount);
        var gradients = new RecurrentGradients(in buffers, in workspace);
        ThroughTime(in buffers, in gradients, workspace.Weights, outputGradient);

        var whole = new DenseShape(rowCount, step.InputCount, step.GateColumnCount);
        var hidden = new DenseShape(rowCount, step.OutputCount, step.GateColumnCount);
        DenseProducts.WeightGradient(in whole, buffers.Input, gradients.Gates, parameterGradient[step.Weights]);
        DenseProducts.BiasGradient(in whole, gradients.Gates, parameterGradient[step.InputBiases]);
        var hiddenWeightGradient = parameterGradient[step.HiddenWeights];
        DenseProducts.WeightGradient(in hidden, buffers.Hidden, gradients.HiddenGates, hiddenWeightGradient);
        DenseProducts.BiasGradient(in hidden, gradients.HiddenGates, parameterGradient[step.HiddenBiases]);
        if (!inputGradient.IsEmpty)
        {
            var weights = buffers.Parameters[step.Weights];
            DenseProducts.InputGradient(in whole, gradients.Gates, weights, workspace.Weights, inputGradient);
        }
    }

    // What the step begins with, zeros where an episode does.
    private static void Recall(scoped in RecurrentBuffers buffers, Span<float> memory, int memoryCount, int first)
    {
        var (step, count) = (buffers.Step, buffers.Step.OutputCount);
        for (var i = 0; i < buffers.Shape.BatchCount; i++)
        {
            var own = memory.Slice((i * memoryCount) + step.MemoryOffset, step.MemoryCount);
            if (buffers.Resets(first + i))
            {
                own.Clear();
            }

            own[..count].CopyTo(buffers.HiddenRow(buffers.Hidden, first + i));
            own[count..].CopyTo(buffers.HiddenRow(buffers.Cell, first + i));
        }
    }

    private static CellForward ForwardRow(
        scoped in RecurrentBuffers buffers,
        int row,
        ReadOnlySpan<float> hiddenSums,
        Span<float> memory,
        Span<float> output
    ) =>
        new()
        {
            Gates = buffers.GateRow(buffers.Gates, row),
            HiddenSums = hiddenSums,
            Inner = buffers.HiddenRow(buffers.Inner, row),
            Hidden = buffers.HiddenRow(buffers.Hidden, row),
            Cell = buffers.HiddenRow(buffers.Cell, row),
            Memory = memory,
            Output = buffers.HiddenRow(output, row),
        };

    private static void ThroughTime(
        scoped in RecurrentBuffers buffers,
        scoped in RecurrentGradients gradients,
        Span<float> transposed,
        ReadOnlySpan<float> outputGradient
    )
    {
        var (step, batchCount) = (buffers.Step, buffers.Shape.BatchCount);
        var weights = transposed[..step.HiddenWeightCount];
        var hiddenWeights = buffers.Parameters[step.HiddenWeights];
        Transposition.Transpose(hiddenWeights, step.OutputCount, step.GateColumnCount, weights);
        gradients.HiddenCarry.Clear();
        gradients.CellCarry.Clear();
        var shape = new DenseShape(batchCount, step.OutputCount, step.GateColumnCount);
        var gateLength = batchCount * step.GateColumnCount;
        for (var time = buffers.Shape.TimeCount - 1; time >= 0; time--)
        {
            var first = time * batchCount;
            for (var i = 0; i < batchCount; i++)
            {
                var cell = gradients.Row(in buffers, outputGradient, first + i, i);
                if (step.Kind == NetworkStepKind.Lstm)
                {
                    LstmCell.Backward(in cell);
                }
                else
                {
                    GruCell.Backward(in cell);
                }
            }

            var gates = gradients.HiddenGates.Slice(first * step.GateColumnCount, gateLength);
            DenseProducts.InputGradient(in shape, gates, weights, gradients.ThroughGates);
            var sums = new ElementSums(gradients.ThroughGates, gradients.HiddenCarry);
            ElementKernels.Run(in sums, gradients.HiddenCarry.Length);
            gradients.StopAtResets(in buffers, first);
        }
    }
}
