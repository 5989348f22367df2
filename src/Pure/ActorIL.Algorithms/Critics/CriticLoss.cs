using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Critics;

/// <summary>
/// The mean Huber error of some rows of a batch, squared where there is no threshold, and its gradient. It owns the
/// memory it needs.
/// </summary>
/// <remarks>Source: Huber 1964, doi:10.1214/aoms/1177703732; here twice that, as a mean square is.</remarks>
internal sealed class CriticLoss : ILesson
{
    private readonly NetworkSpecification _network;
    private readonly CriticBatch _batch;
    private readonly float _threshold;
    private readonly float[] _input;
    private readonly float[] _targets;
    private readonly float[] _output;
    private readonly float[] _outputGradient;
    private readonly float[] _workspace;

    /// <param name="config">Settings.</param>
    /// <param name="network">From a row to one number.</param>
    /// <param name="batch">At least one row.</param>
    public CriticLoss(CriticConfig config, NetworkSpecification network, CriticBatch batch)
    {
        (_network, _batch, _threshold) = (network, batch, (float)config.HuberThreshold);
        var countMax = Math.Min(config.BatchSize, batch.Count);
        _input = new float[countMax * batch.RowSize];
        _targets = new float[countMax];
        _output = new float[countMax];
        _outputGradient = new float[countMax];
        _workspace = new float[Network.WorkspaceLength(network, countMax)];
    }

    public int ItemCount => _batch.Count;

    public float Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<int> items, Span<float> gradient)
    {
        var count = items.Length;
        var input = _input.AsSpan(0, count * _batch.RowSize);
        var targets = _targets.AsSpan(0, count);
        var output = _output.AsSpan(0, count);
        var outputGradient = _outputGradient.AsSpan(0, count);
        RowGathering.Gather(_batch.Rows.AsSpan(), _batch.RowSize, items, input);
        RowGathering.Gather(_batch.Targets.AsSpan(), 1, items, targets);
        Network.Forward(_network, parameters, input, count, _workspace, output);
        var loss = HuberError.Evaluate(output, targets, _threshold, outputGradient);
        Network.Backward(_network, parameters, input, count, _workspace, outputGradient, gradient);
        return loss;
    }
}
