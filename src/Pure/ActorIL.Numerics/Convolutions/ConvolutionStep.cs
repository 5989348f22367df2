using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Convolutions;

/// <summary>One convolution with its place in the parameter vector and in the workspace, ready to run.</summary>
/// <param name="Shape">Its sizes.</param>
/// <param name="Activation">What follows it.</param>
/// <param name="ParameterOffset">First parameter: weights, then biases.</param>
/// <param name="InputOffset">
/// Where its input starts in what is kept of each frame: times the frames, in floats; -1 for the frames themselves.
/// </param>
/// <param name="SumOffset">Where the output before the activation starts.</param>
/// <param name="OutputOffset">Where that after it starts: the same place unless the gradient needs both.</param>
internal sealed record ConvolutionStep(
    ConvolutionShape Shape,
    NetworkStepKind Activation,
    int ParameterOffset,
    int InputOffset,
    int SumOffset,
    int OutputOffset
)
{
    /// <summary>First float after those this step keeps of a frame.</summary>
    public int End => OutputOffset + Shape.Output.Length;

    /// <summary>First parameter after those of this step.</summary>
    public int ParameterEnd => ParameterOffset + Shape.ParameterCount;

    public Range Weights => ParameterOffset..(ParameterOffset + Shape.WeightCount);

    public Range Biases => (ParameterOffset + Shape.WeightCount)..ParameterEnd;
}
