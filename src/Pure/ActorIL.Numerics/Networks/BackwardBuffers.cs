namespace ActorIL.Numerics.Networks;

/// <summary>
/// The parts of a backward pass's workspace: activations as the forward pass left them, then two gradients.
/// </summary>
internal readonly ref struct BackwardBuffers
{
    private readonly Span<float> _activations;
    private readonly Span<float> _even;
    private readonly Span<float> _odd;
    private readonly int _batchCount;

    public BackwardBuffers(NetworkPlan plan, int batchCount, Span<float> workspace)
    {
        var gradientLength = plan.WidthMax * batchCount;
        var rest = workspace[(plan.ActivationCount * batchCount)..];
        _batchCount = batchCount;
        _activations = workspace[..(plan.ActivationCount * batchCount)];
        _even = rest[..gradientLength];
        _odd = rest.Slice(gradientLength, gradientLength);
        Weights = rest.Slice(2 * gradientLength, plan.WeightCountMax);
    }

    /// <summary>Room for the largest weight matrix, transposed.</summary>
    public Span<float> Weights { get; }

    /// <summary>What a step took in or gave out, shape [batch, columnCount].</summary>
    public ReadOnlySpan<float> Activation(int offset, int columnCount) =>
        _activations.Slice(offset * _batchCount, columnCount * _batchCount);

    /// <summary>The gradient by a step's input, shape [batch, columnCount]; neighbours never share memory.</summary>
    public Span<float> Gradient(int stepIndex, int columnCount) =>
        ((stepIndex & 1) == 0 ? _even : _odd)[..(columnCount * _batchCount)];
}
