using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Convolutions;

/// <summary>A convolution and what follows it, as data.</summary>
/// <param name="FilterCount">Channels of its output, at least 1.</param>
/// <param name="KernelSize">Height and width of a filter, in places, at least 1.</param>
/// <param name="Stride">Places from one position to the next, at least 1.</param>
/// <param name="Activation">Of each element of its output.</param>
public sealed record ConvolutionLayer(int FilterCount, int KernelSize, int Stride, ActivationFunction Activation);
