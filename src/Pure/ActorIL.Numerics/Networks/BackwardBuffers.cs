namespace ActorIL.Numerics.Networks;

/// <summary>What a backward pass over some rows has beside their activations: gradients and transposed weights.</summary>
internal readonly ref struct BackwardBuffers
{
    private readonly Span<float> _even;
    private readonly Span<float> _odd;
    private readonly int _rowCount;

    /// <param name="plan">The network.</param>
    /// <param name="shape">The rows done at once.</param>
    /// <param name="workspace">At least <see cref="WorkspaceLength"/> floats.</param>
    public BackwardBuffers(NetworkPlan plan, scoped in SequenceShape shape, Span<float> workspace)
    {
        _rowCount = shape.RowCount;
        var rest = workspace;

        // First, so that a last block with fewer rows finds them where the others do.
        Weights = Take(ref rest, plan.ParameterCount);
        _even = Take(ref rest, plan.WidthMax * _rowCount);
        _odd = Take(ref rest, plan.WidthMax * _rowCount);
        Gates = Take(ref rest, plan.GateGradientMax * _rowCount);
        Carry = Take(ref rest, plan.CarryMax * shape.BatchCount);
    }

    /// <summary>Room for all weight matrices, transposed, each where it lies among the parameters.</summary>
    public Span<float> Weights { get; }

    /// <summary>Room for the gradients of a recurrent step's gates over all time.</summary>
    public Span<float> Gates { get; }

    /// <summary>Room for the gradients that go from one time step to the one before it.</summary>
    public Span<float> Carry { get; }

    public static int WorkspaceLength(NetworkPlan plan, in SequenceShape shape) =>
        checked(
            (((2 * plan.WidthMax) + plan.GateGradientMax) * shape.RowCount)
            + plan.ParameterCount
            + (plan.CarryMax * shape.BatchCount)
        );

    /// <summary>Room for the gradient by a step's input, shape [rows, columnCount].</summary>
    /// <param name="passIndex">Counts the gradients; neighbours never share memory.</param>
    /// <param name="columnCount">Of the step's input.</param>
    public Span<float> Gradient(int passIndex, int columnCount) =>
        ((passIndex & 1) == 0 ? _even : _odd)[..(columnCount * _rowCount)];

    private static Span<float> Take(scoped ref Span<float> rest, int length)
    {
        var part = rest[..length];
        rest = rest[length..];
        return part;
    }
}
