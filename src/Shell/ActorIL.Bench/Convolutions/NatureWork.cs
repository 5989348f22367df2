using System.Globalization;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Convolutions;

namespace ActorIL.Bench.Convolutions;

/// <summary>Forward and backward passes of the network of Mnih et al. 2015 over a batch of square frames.</summary>
internal sealed class NatureWork
{
    private const int ChannelCount = 4;
    private const int FeatureCount = 512;

    // Keeps sums of hundreds of products near 1; orthogonal weights would take longer than what is measured.
    private const float Deviation = 0.05f;

    private readonly ConvolutionalSpecification _network;
    private readonly int _batchCount;
    private readonly float[] _parameters;
    private readonly float[] _gradient;
    private readonly float[] _frames;
    private readonly float[] _features;
    private readonly float[] _workspace;

    public NatureWork(int size, int batchCount)
    {
        _network = ConvolutionalSpecification.Nature(new(ChannelCount, size, size), FeatureCount, []).Require();
        _batchCount = batchCount;
        Name = string.Create(CultureInfo.InvariantCulture, $"nature_{size}");
        _parameters = new float[_network.ParameterCount];
        _gradient = new float[_network.ParameterCount];
        NormalDraw.Fill(RngKey.Root(1), _parameters);
        foreach (ref var parameter in _parameters.AsSpan())
        {
            parameter *= Deviation;
        }

        _frames = new float[batchCount * _network.Frame.Length];
        NormalDraw.Fill(RngKey.Root(2), _frames);
        _features = new float[batchCount * FeatureCount];
        _workspace = new float[ConvolutionalNetwork.WorkspaceLength(_network, batchCount)];
    }

    public string Name { get; }

    /// <summary>A forward pass, without the gradient.</summary>
    public Workload Forward => new($"{Name}_forward", RunForward);

    /// <summary>Both passes; the features stand for their own gradient.</summary>
    public Workload Both => new(Name, RunBoth);

    /// <summary>
    /// Floating-point operations of both passes, a multiply-add counted as two: products of the forward pass, of the
    /// weights' gradients, and of the gradients between layers; none by the frames.
    /// </summary>
    public double OperationCount
    {
        get
        {
            var shapes = _network.Convolutions.Items;
            var frame = _network.Frame;
            var (all, first) = (0.0, 0.0);
            foreach (var layer in shapes)
            {
                var shape = ConvolutionShape.Create(frame, layer.FilterCount, layer.KernelSize, layer.Stride).Require();
                var products = (double)shape.Output.PlaceCount * shape.WeightCount;
                first = first == 0.0 ? products : first;
                all += products;
                frame = shape.Output;
            }

            all += (double)frame.Length * FeatureCount;
            return 2.0 * _batchCount * ((3.0 * all) - first);
        }
    }

    private void RunForward() =>
        ConvolutionalNetwork.Forward(_network, _parameters, _frames, _batchCount, _workspace, _features);

    private void RunBoth()
    {
        RunForward();
        ConvolutionalNetwork.Backward(_network, _parameters, _frames, _batchCount, _workspace, _features, _gradient);
    }
}
