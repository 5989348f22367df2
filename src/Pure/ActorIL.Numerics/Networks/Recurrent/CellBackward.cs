namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>One row at one time step going backward.</summary>
internal readonly ref struct CellBackward
{
    /// <summary>As the forward pass left them.</summary>
    public required ReadOnlySpan<float> Gates { get; init; }

    /// <summary>As the forward pass left it.</summary>
    public required ReadOnlySpan<float> Inner { get; init; }

    /// <summary>h and, of an LSTM, c before the step.</summary>
    public required ReadOnlySpan<float> Hidden { get; init; }

    public required ReadOnlySpan<float> Cell { get; init; }

    /// <summary>Gradient by h' as the layer's output.</summary>
    public required ReadOnlySpan<float> OutputGradient { get; init; }

    /// <summary>In: gradient by h' as memory; out: by h, without what goes through the gates.</summary>
    public required Span<float> HiddenCarry { get; init; }

    /// <summary>In: gradient by c' as memory; out: by c. Of a GRU empty.</summary>
    public required Span<float> CellCarry { get; init; }

    /// <summary>Written: gradient by the sums beside the input.</summary>
    public required Span<float> GateGradients { get; init; }

    /// <summary>Written: gradient by the sums beside h; of an LSTM the same memory.</summary>
    public required Span<float> HiddenGateGradients { get; init; }
}
