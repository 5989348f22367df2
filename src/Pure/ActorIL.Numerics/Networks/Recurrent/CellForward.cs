namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>One row at one time step going forward; each part has a multiple of hidden elements.</summary>
internal readonly ref struct CellForward
{
    /// <summary>In: x W_ih + b_ih; out: the gates, all of them.</summary>
    public required Span<float> Gates { get; init; }

    /// <summary>h W_hh + b_hh.</summary>
    public required ReadOnlySpan<float> HiddenSums { get; init; }

    /// <summary>Written: tanh(c') of an LSTM, the part of n's sum that comes from h of a GRU.</summary>
    public required Span<float> Inner { get; init; }

    /// <summary>h and, of an LSTM, c before the step.</summary>
    public required ReadOnlySpan<float> Hidden { get; init; }

    public required ReadOnlySpan<float> Cell { get; init; }

    /// <summary>Written: h' and, of an LSTM, c'.</summary>
    public required Span<float> Memory { get; init; }

    /// <summary>Written: h'.</summary>
    public required Span<float> Output { get; init; }
}
