using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
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
    private readonly Scratch<float> _input;
    private readonly Scratch<float> _targets;
    private readonly Scratch<float> _output;
    private readonly Scratch<float> _outputGradient;
    private readonly Scratch<float> _workspace;

    /// <param name="config">Settings.</param>
    /// <param name="network">From a row to one number.</param>
    /// <param name="batch">At least one row.</param>
    public CriticLoss(CriticConfig config, NetworkSpecification network, CriticBatch batch)
    {
        (_network, _batch, _threshold) = (network, batch, (float)config.HuberThreshold);
        var countMax = Math.Min(config.BatchSize, batch.Count);
        _input = new(countMax * batch.RowSize);
        _targets = new(countMax);
        _output = new(countMax);
        _outputGradient = new(countMax);
        _workspace = new(Network.WorkspaceLength(network, countMax));
    }

    public int ItemCount => _batch.Count;

    public float Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<int> items, Span<float> gradient)
    {
        var count = items.Length;
        var input = _input.Span[..(count * _batch.RowSize)];
        var targets = _targets.Span[..count];
        var output = _output.Span[..count];
        var outputGradient = _outputGradient.Span[..count];
        RowGathering.Gather(_batch.Rows.AsSpan(), _batch.RowSize, items, input);
        RowGathering.Gather(_batch.Targets.AsSpan(), 1, items, targets);
        Network.Forward(_network, parameters, input, count, _workspace.Span, output);
        var loss = HuberError.Evaluate(output, targets, _threshold, outputGradient);
        Network.Backward(_network, parameters, input, count, _workspace.Span, outputGradient, gradient);
        return loss;
    }

    public void Dispose()
    {
        _input.Dispose();
        _targets.Dispose();
        _output.Dispose();
        _outputGradient.Dispose();
        _workspace.Dispose();
    }
}
