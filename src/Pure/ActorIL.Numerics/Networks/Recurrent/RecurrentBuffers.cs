namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>What one recurrent layer reads and keeps over all time steps, cut into rows.</summary>
/// <remarks>Kept are the gates, one inner value a hidden unit, h and, of an LSTM, c before each step.</remarks>
internal readonly ref struct RecurrentBuffers
{
    private readonly ReadOnlySpan<byte> _resets;

    public RecurrentBuffers(
        scoped in NetworkStep step,
        scoped in SequenceShape shape,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<byte> resets,
        Span<float> kept
    )
    {
        (Step, Shape) = (step, shape);
        Parameters = parameters;
        Input = input;
        _resets = resets;
        var (gateLength, hiddenLength) = (step.GateColumnCount * shape.RowCount, step.OutputCount * shape.RowCount);
        Gates = kept[..gateLength];
        Inner = kept.Slice(gateLength, hiddenLength);
        Hidden = kept.Slice(gateLength + hiddenLength, hiddenLength);
        Cell = kept[(gateLength + (2 * hiddenLength))..];
    }

    public NetworkStep Step { get; }

    public SequenceShape Shape { get; }

    /// <summary>The layer's own: W_ih, W_hh, b_ih, b_hh.</summary>
    public ReadOnlySpan<float> Parameters { get; }

    /// <summary>Shape [time, batch, in].</summary>
    public ReadOnlySpan<float> Input { get; }

    /// <summary>Shape [time, batch, gates · hidden].</summary>
    public Span<float> Gates { get; }

    /// <summary>Shape [time, batch, hidden].</summary>
    public Span<float> Inner { get; }

    /// <summary>h before each step, shape [time, batch, hidden].</summary>
    public Span<float> Hidden { get; }

    /// <summary>c before each step, shape [time, batch, hidden]; of a GRU empty.</summary>
    public Span<float> Cell { get; }

    /// <summary>Whether an episode begins at a row of the time steps, counted over all.</summary>
    public bool Resets(int row) => !_resets.IsEmpty && _resets[row] != 0;

    /// <summary>One row's hidden elements of a part; empty of an empty one.</summary>
    public Span<float> HiddenRow(Span<float> part, int row) =>
        part.IsEmpty ? part : part.Slice(row * Step.OutputCount, Step.OutputCount);

    /// <summary>One row's elements of all gates.</summary>
    public Span<float> GateRow(Span<float> part, int row) =>
        part.Slice(row * Step.GateColumnCount, Step.GateColumnCount);
}
