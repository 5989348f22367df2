using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Convolutions;

/// <summary>
/// The parts of a workspace: what the forward pass keeps of the convolutions, some frames with their channels last, and
/// the head's own; then, for a backward pass, weights in another order and gradients.
/// </summary>
internal readonly ref struct ConvolutionalBuffers
{
    // Frames that go through all convolutions together: what they need stays in the second-level cache.
    private const int GroupCountMax = 4;

    private readonly Span<float> _kept;
    private readonly Span<float> _frames;
    private readonly Span<float> _features;
    private readonly Span<float> _even;
    private readonly Span<float> _odd;
    private readonly int _batchCount;

    public ConvolutionalBuffers(ConvolutionalSpecification specification, int batchCount, Span<float> workspace)
    {
        _batchCount = batchCount;
        var rest = workspace;
        _kept = Take(ref rest, specification.Steps[^1].End * batchCount);
        _frames = Take(ref rest, specification.Frame.Length * GroupCount(batchCount));
        Head = rest[..int.Min(rest.Length, Network.WorkspaceLength(specification.Head, batchCount))];
        if (workspace.Length < Length(specification, batchCount))
        {
            // Enough for a forward pass alone.
            return;
        }

        rest = rest[Head.Length..];
        _features = Take(ref rest, specification.Head.InputCount * batchCount);
        Weights = Take(ref rest, specification.HeadOffset);
        _even = Take(ref rest, OutputLengthMax(specification) * GroupCount(batchCount));
        _odd = Take(ref rest, OutputLengthMax(specification) * GroupCount(batchCount));
    }

    /// <summary>Workspace of the network over what the convolutions leave.</summary>
    public Span<float> Head { get; }

    /// <summary>Room for all convolutions' weights in another order, each where it lies among the parameters.</summary>
    public Span<float> Weights { get; }

    public static int ForwardLength(ConvolutionalSpecification specification, int batchCount) =>
        checked(
            (specification.Steps[^1].End * batchCount)
            + (specification.Frame.Length * GroupCount(batchCount))
            + Network.ForwardWorkspaceLength(specification.Head, batchCount)
        );

    public static int Length(ConvolutionalSpecification specification, int batchCount) =>
        checked(
            (specification.Steps[^1].End * batchCount)
            + (specification.Frame.Length * GroupCount(batchCount))
            + Network.WorkspaceLength(specification.Head, batchCount)
            + (specification.Head.InputCount * batchCount)
            + specification.HeadOffset
            + (2 * OutputLengthMax(specification) * GroupCount(batchCount))
        );

    /// <summary>The group of frames from one on.</summary>
    public FrameGroup Group(int first) => new(first, int.Min(_batchCount - first, GroupCountMax));

    /// <summary>Room for a group's frames, channels last, shape [group, length].</summary>
    public Span<float> Frames(FrameGroup group, int length) => _frames[..(group.Count * length)];

    /// <summary>What is kept of a group's frames from an offset on, shape [group, length].</summary>
    public Span<float> Kept(FrameGroup group, int offset, int length) =>
        _kept.Slice((offset * _batchCount) + (group.First * length), group.Count * length);

    /// <summary>What the convolutions leave of all frames, shape [batch, length].</summary>
    public Span<float> Features(int offset, int length) => _kept.Slice(offset * _batchCount, length * _batchCount);

    /// <summary>The gradient by it of all frames, shape [batch, length].</summary>
    public Span<float> FeatureGradient => _features;

    /// <summary>
    /// The gradient of a group's frames by a step's output, shape [group, length]; neighbours never share memory.
    /// </summary>
    public Span<float> Gradient(FrameGroup group, int stepIndex, int length) =>
        ((stepIndex & 1) == 0 ? _even : _odd)[..(group.Count * length)];

    private static int GroupCount(int batchCount) => int.Min(batchCount, GroupCountMax);

    private static int OutputLengthMax(ConvolutionalSpecification specification)
    {
        var most = 0;
        foreach (var step in specification.Steps)
        {
            most = int.Max(most, step.Shape.Output.Length);
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
