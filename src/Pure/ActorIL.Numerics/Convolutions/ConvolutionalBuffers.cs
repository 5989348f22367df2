using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Convolutions;

/// <summary>
/// The parts of a workspace: what the forward pass keeps of the convolutions; the head's own; then, for a backward
/// pass, weights in another order and gradients.
/// </summary>
internal readonly ref struct ConvolutionalBuffers
{
    private readonly Span<float> _kept;
    private readonly Span<float> _even;
    private readonly Span<float> _odd;
    private readonly int _batchCount;

    public ConvolutionalBuffers(ConvolutionalSpecification specification, int batchCount, Span<float> workspace)
    {
        _batchCount = batchCount;
        var rest = workspace;
        _kept = Take(ref rest, specification.Steps[^1].End * batchCount);
        Head = Take(ref rest, Network.WorkspaceLength(specification.Head, batchCount));
        Weights = Take(ref rest, WeightCountMax(specification));
        _even = Take(ref rest, GradientLength(specification, 0) * batchCount);
        _odd = Take(ref rest, GradientLength(specification, 1) * batchCount);
    }

    /// <summary>Workspace of the network over what the convolutions leave.</summary>
    public Span<float> Head { get; }

    /// <summary>Room for the largest convolution's weights.</summary>
    public Span<float> Weights { get; }

    public static int ForwardLength(ConvolutionalSpecification specification, int batchCount) =>
        checked(
            (specification.Steps[^1].End * batchCount) + Network.ForwardWorkspaceLength(specification.Head, batchCount)
        );

    public static int Length(ConvolutionalSpecification specification, int batchCount) =>
        checked(
            (specification.Steps[^1].End * batchCount)
            + Network.WorkspaceLength(specification.Head, batchCount)
            + WeightCountMax(specification)
            + ((GradientLength(specification, 0) + GradientLength(specification, 1)) * batchCount)
        );

    /// <summary>What is kept of each frame from an offset on, shape [batch, length].</summary>
    public Span<float> Kept(int offset, int length) => _kept.Slice(offset * _batchCount, length * _batchCount);

    /// <summary>The gradient by a step's output, shape [batch, length]; neighbours never share memory.</summary>
    public Span<float> Gradient(int stepIndex, int length) =>
        ((stepIndex & 1) == 0 ? _even : _odd)[..(length * _batchCount)];

    // The first convolution gives no gradient on.
    private static int WeightCountMax(ConvolutionalSpecification specification)
    {
        var most = 0;
        foreach (var step in specification.Steps.AsSpan()[1..])
        {
            most = int.Max(most, Convolution.WorkspaceLength(step.Shape));
        }

        return most;
    }

    private static int GradientLength(ConvolutionalSpecification specification, int parity)
    {
        var most = 0;
        for (var i = parity; i < specification.Steps.Count; i += 2)
        {
            most = int.Max(most, specification.Steps[i].Shape.Output.Length);
        }

        return most;
    }

    private static Span<float> Take(scoped ref Span<float> rest, int length)
    {
        var part = rest[..length];
        rest = rest[length..];
        return part;
    }
}
