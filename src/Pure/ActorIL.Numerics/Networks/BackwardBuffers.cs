namespace ActorIL.Numerics.Networks;

/// <summary>
/// The parts of a backward pass's workspace: activations as the forward pass left them, then gradients.
/// </summary>
internal readonly ref struct BackwardBuffers
{
    private readonly Span<float> _activations;
    private readonly Span<float> _even;
    private readonly Span<float> _odd;
    private readonly int _rowCount;

    public BackwardBuffers(NetworkPlan plan, scoped in SequenceShape shape, Span<float> workspace)
    {
        _rowCount = shape.RowCount;
        var rest = workspace;
        _activations = Take(ref rest, plan.ActivationCount * _rowCount);
        _even = Take(ref rest, plan.WidthMax * _rowCount);
        _odd = Take(ref rest, plan.WidthMax * _rowCount);
        Weights = Take(ref rest, plan.WeightCountMax);
        Gates = Take(ref rest, plan.GateGradientMax * _rowCount);
        Carry = Take(ref rest, plan.CarryMax * shape.BatchCount);
    }

    /// <summary>Room for the largest weight matrix, transposed.</summary>
    public Span<float> Weights { get; }

    /// <summary>Room for the gradients of a recurrent step's gates over all time.</summary>
    public Span<float> Gates { get; }

    /// <summary>Room for the gradients that go from one time step to the one before it.</summary>
    public Span<float> Carry { get; }

    public static int WorkspaceLength(NetworkPlan plan, in SequenceShape shape) =>
        checked(
            ((plan.ActivationCount + (2 * plan.WidthMax) + plan.GateGradientMax) * shape.RowCount)
            + plan.WeightCountMax
            + (plan.CarryMax * shape.BatchCount)
        );

    /// <summary>What a step took in, gave out or kept, shape [rows, columnCount].</summary>
    public Span<float> Activation(int offset, int columnCount) =>
        _activations.Slice(offset * _rowCount, columnCount * _rowCount);

    /// <summary>The gradient by a step's input, shape [rows, columnCount]; neighbours never share memory.</summary>
    public Span<float> Gradient(int stepIndex, int columnCount) =>
        ((stepIndex & 1) == 0 ? _even : _odd)[..(columnCount * _rowCount)];

    private static Span<float> Take(scoped ref Span<float> rest, int length)
    {
        var part = rest[..length];
        rest = rest[length..];
        return part;
    }
}
