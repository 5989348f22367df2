using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>One gradient step of a student with memory: 3 - dense 32 - LSTM 32 - 2, 64 windows of 20 steps.</summary>
public class SequenceBenchmarks
{
    private static readonly SequenceShape Shape = new(TimeCount: 20, BatchCount: 64);

    private readonly NetworkSpecification _network = NetworkSpecification
        .Create(
            3,
            [
                new Layer.Dense(3, 32),
                new Layer.Activation(ActivationFunction.Relu),
                new Layer.Lstm(32, 32),
                new Layer.Dense(32, 2),
            ]
        )
        .Match(network => network, error => throw new InvalidOperationException(error.ToString()));
    private readonly float[] _parameters;
    private readonly float[] _gradient;
    private readonly float[] _firstMoments;
    private readonly float[] _secondMoments;
    private readonly float[] _memory;
    private readonly float[] _workspace;
    private readonly float[] _input = new float[Shape.RowCount * 3];
    private readonly float[] _target = new float[Shape.RowCount * 2];
    private readonly float[] _output = new float[Shape.RowCount * 2];
    private readonly float[] _slopes = new float[Shape.RowCount * 2];

    public SequenceBenchmarks()
    {
        _parameters = new float[_network.ParameterCount];
        _gradient = new float[_parameters.Length];
        _firstMoments = new float[_parameters.Length];
        _secondMoments = new float[_parameters.Length];
        _memory = new float[Shape.BatchCount * _network.MemoryCount];
        _workspace = new float[SequenceNetwork.WorkspaceLength(_network, in Shape)];
        NetworkInitialization.FillOrthogonal(_network, 1.4f, 1f, RngKey.Root(1), _parameters);
        NormalDraw.Fill(RngKey.Root(2), _input);
        NormalDraw.Fill(RngKey.Root(3), _target);
    }

    [Benchmark]
    public float TrainingStep()
    {
        SequenceNetwork.Forward(_network, _parameters, in Shape, _input, [], _memory, _workspace, _output, _memory);
        var loss = MeanSquaredError.Evaluate(_output, _target, _slopes);
        SequenceNetwork.Backward(_network, _parameters, in Shape, _input, [], _workspace, _slopes, _gradient);
        var scale = GradientClipping.Scale(GradientClipping.Norm(_gradient), normMax: 10f);
        Adam.Step(AdamSettings.Default, 1e-3, 1, scale, _gradient, _firstMoments, _secondMoments, _parameters);
        return loss;
    }
}
