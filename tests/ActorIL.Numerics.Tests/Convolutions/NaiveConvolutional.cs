using ActorIL.Numerics.Convolutions;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Convolutions;

/// <summary>The naive twin of a network over frames: naive convolutions one after another, then its head.</summary>
internal sealed class NaiveConvolutional
{
    private readonly ConvolutionalSpecification _network;
    private readonly float[] _parameters;
    private readonly int _batchCount;
    private readonly List<(float[] Input, float[] Sums, float[] Output)> _kept = [];
    private readonly float[] _headWorkspace;

    public NaiveConvolutional(ConvolutionalSpecification network, float[] parameters, float[] frames, int batchCount)
    {
        (_network, _parameters, _batchCount) = (network, parameters, batchCount);
        var current = new float[frames.Length];
        ChannelOrder.ToLast(network.Frame, frames, current);
        foreach (var step in network.Steps)
        {
            var sums = NaiveConvolution.Forward(
                step.Shape,
                batchCount,
                current,
                parameters[step.Weights],
                parameters[step.Biases]
            );
            var output = new float[sums.Length];
            Activations.Apply(step.Activation, sums, output);
            _kept.Add((current, sums, output));
            current = output;
        }

        Output = new float[batchCount * network.OutputCount];
        _headWorkspace = new float[Network.WorkspaceLength(network.Head, batchCount)];
        Network.Forward(
            network.Head,
            parameters.AsSpan(network.HeadOffset),
            current,
            batchCount,
            _headWorkspace,
            Output
        );
    }

    public float[] Output { get; }

    public float[] Gradient(float[] outputGradient)
    {
        var result = new float[_parameters.Length];
        var features = _kept[^1].Output;
        var current = new float[features.Length];
        Network.Backward(
            _network.Head,
            _parameters.AsSpan(_network.HeadOffset),
            features,
            _batchCount,
            _headWorkspace,
            outputGradient,
            result.AsSpan(_network.HeadOffset),
            current
        );
        for (var i = _kept.Count - 1; i >= 0; i--)
        {
            var (step, (input, sums, output)) = (_network.Steps[i], _kept[i]);
            Activations.Gradient(step.Activation, sums, output, current, current);
            NaiveConvolution
                .WeightGradient(step.Shape, _batchCount, input, current)
                .CopyTo(result.AsSpan(step.ParameterOffset));
            NaiveConvolution.BiasGradient(step.Shape, current).CopyTo(result.AsSpan(step.Biases));
            current = NaiveConvolution.InputGradient(step.Shape, _batchCount, current, _parameters[step.Weights]);
        }

        return result;
    }
}
