using ActorIL.Algorithms.Aggrevate;
using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>Labelled steps by themselves, for a network without memory.</summary>
internal sealed class StepLesson : ILesson
{
    private readonly PolicyArchitecture _policy;
    private readonly LabelledBatch _data;
    private readonly ReadOnlyMemory<float> _features;
    private readonly LabelLoss _loss;
    private readonly int[] _rows;
    private readonly int[] _chosen;
    private readonly float[] _input;
    private readonly float[] _labels;
    private readonly float[] _workspace;
    private readonly float[] _output;
    private readonly float[] _outputGradient;
    private readonly AggrevateLoss? _costLoss;
    private readonly float[] _costs;

    /// <param name="policy">Whose loss.</param>
    /// <param name="data">At least one labelled step.</param>
    /// <param name="rows">The labelled ones among them; empty for all.</param>
    /// <param name="batchSize">Most items of a gradient step, ≥ 1.</param>
    /// <param name="costs">How the costs of candidates are learnt from; null where labels alone are.</param>
    public StepLesson(
        PolicyArchitecture policy,
        LabelledBatch data,
        int[] rows,
        int batchSize,
        AggrevateConfig? costs = null
    )
    {
        (_policy, _data, _rows) = (policy, data, rows);
        _features = ViewFeatures.Of(policy, data);
        _loss = new(policy, batchSize);
        _chosen = new int[rows.Length == 0 ? 0 : batchSize];
        _input = new float[batchSize * policy.FeatureCount];
        _labels = new float[batchSize * data.ActionSize];
        _workspace = new float[Network.WorkspaceLength(policy.Network, batchSize)];
        _output = new float[batchSize * policy.Network.OutputCount];
        _outputGradient = new float[batchSize * policy.Network.OutputCount];
        _costLoss = costs is null ? null : new(policy, costs, batchSize);
        _costs = new float[batchSize * data.CostCount];
    }

    public int ItemCount => _rows.Length == 0 ? _data.Count : _rows.Length;

    public float Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<int> items, Span<float> gradient)
    {
        var (network, count) = (_policy.Network, items.Length);
        var rows = Rows(items);
        var own = parameters[..network.ParameterCount];
        var input = _input.AsSpan(0, count * _policy.FeatureCount);
        var labels = _labels.AsSpan(0, count * _data.ActionSize);
        var output = _output.AsSpan(0, count * network.OutputCount);
        var outputGradient = _outputGradient.AsSpan(0, output.Length);
        RowGathering.Gather(_features.Span, _policy.FeatureCount, rows, input);
        RowGathering.Gather(_data.Labels.AsSpan(), _data.ActionSize, rows, labels);
        Network.Forward(network, own, input, count, _workspace, output);
        var loss = _costLoss is null
            ? _loss.Evaluate(output, labels, outputGradient)
            : _costLoss.Evaluate(output, labels, Costs(rows), outputGradient);
        Network.Backward(network, own, input, count, _workspace, outputGradient, gradient[..network.ParameterCount]);
        gradient[network.ParameterCount..].Clear();
        return loss;
    }

    private ReadOnlySpan<float> Costs(ReadOnlySpan<int> rows)
    {
        var costs = _costs.AsSpan(0, rows.Length * _data.CostCount);
        RowGathering.Gather(_data.Costs.AsSpan(), _data.CostCount, rows, costs);
        return costs;
    }

    private ReadOnlySpan<int> Rows(ReadOnlySpan<int> items)
    {
        if (_rows.Length == 0)
        {
            return items;
        }

        RowGathering.Gather(_rows, items, _chosen);
        return _chosen.AsSpan(0, items.Length);
    }
}
