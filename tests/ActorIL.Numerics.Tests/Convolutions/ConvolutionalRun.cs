using ActorIL.Numerics.Convolutions;

namespace ActorIL.Numerics.Tests.Convolutions;

/// <summary>A network over frames with the memory of its passes.</summary>
internal sealed class ConvolutionalRun(
    ConvolutionalSpecification network,
    float[] parameters,
    float[] frames,
    int batchCount
)
{
    private readonly float[] _workspace = new float[ConvolutionalNetwork.WorkspaceLength(network, batchCount)];

    public float[] Parameters => parameters;

    public float[] Frames => frames;

    public float[] Output { get; } = new float[batchCount * network.OutputCount];

    public float[] Gradient { get; } = new float[network.ParameterCount];

    public void Forward() => ConvolutionalNetwork.Forward(network, parameters, frames, batchCount, _workspace, Output);

    public void Backward(float[] outputGradient) =>
        ConvolutionalNetwork.Backward(network, parameters, frames, batchCount, _workspace, outputGradient, Gradient);
}
