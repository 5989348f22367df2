namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>The gradients of one recurrent layer on their way back through time.</summary>
internal readonly ref struct RecurrentGradients
{
    public RecurrentGradients(scoped in RecurrentBuffers buffers, scoped in BackwardBuffers workspace)
    {
        var (step, batchCount) = (buffers.Step, buffers.Shape.BatchCount);
        var gateLength = step.GateColumnCount * buffers.Shape.RowCount;
        var all = workspace.Gates[..(NetworkPlan.GateGradientCount(step) * buffers.Shape.RowCount)];
        Gates = all[..gateLength];
        HiddenGates = all[^gateLength..];

        var hiddenLength = step.OutputCount * batchCount;
        HiddenCarry = workspace.Carry[..hiddenLength];
        ThroughGates = workspace.Carry.Slice(hiddenLength, hiddenLength);
        CellCarry = workspace.Carry.Slice(2 * hiddenLength, (step.MemoryCount * batchCount) - hiddenLength);
    }

    /// <summary>By the gates' sums beside the input, shape [time, batch, gates · hidden].</summary>
    public Span<float> Gates { get; }

    /// <summary>By the gates' sums beside h, the same shape; of an LSTM the same memory.</summary>
    public Span<float> HiddenGates { get; }

    /// <summary>By h between two time steps, shape [batch, hidden].</summary>
    public Span<float> HiddenCarry { get; }

    /// <summary>What of it went through the gates, shape [batch, hidden].</summary>
    public Span<float> ThroughGates { get; }

    /// <summary>By c between two time steps, shape [batch, hidden]; of a GRU empty.</summary>
    public Span<float> CellCarry { get; }

    /// <summary>Row i of a time step, which is some row of all time steps.</summary>
    public CellBackward Row(scoped in RecurrentBuffers buffers, ReadOnlySpan<float> outputGradient, int row, int i) =>
        new()
        {
            Gates = buffers.GateRow(buffers.Gates, row),
            Inner = buffers.HiddenRow(buffers.Inner, row),
            Hidden = buffers.HiddenRow(buffers.Hidden, row),
            Cell = buffers.HiddenRow(buffers.Cell, row),
            OutputGradient = outputGradient.Slice(row * buffers.Step.OutputCount, buffers.Step.OutputCount),
            HiddenCarry = buffers.HiddenRow(HiddenCarry, i),
            CellCarry = buffers.HiddenRow(CellCarry, i),
            GateGradients = buffers.GateRow(Gates, row),
            HiddenGateGradients = buffers.GateRow(HiddenGates, row),
        };

    /// <summary>What came before an episode's first step has no part in it.</summary>
    public void StopAtResets(scoped in RecurrentBuffers buffers, int first)
    {
        for (var i = 0; i < buffers.Shape.BatchCount; i++)
        {
            if (buffers.Resets(first + i))
            {
                buffers.HiddenRow(HiddenCarry, i).Clear();
                buffers.HiddenRow(CellCarry, i).Clear();
            }
        }
    }
}
