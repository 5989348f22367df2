using ActorIL.Algorithms.Aggrevate;
using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>Labelled steps by themselves, for a network without memory.</summary>
internal sealed class StepLesson : ILesson
{
    private readonly PolicyArchitecture _policy;
    private readonly LabelledBatch _data;
    private readonly ReadOnlyMemory<float> _features;
    private readonly LabelLoss _loss;
    private readonly Scratch<int> _rows;
    private readonly Scratch<int> _chosen;
    private readonly Scratch<float> _input;
    private readonly Scratch<float> _labels;
    private readonly Scratch<float> _workspace;
    private readonly Scratch<float> _output;
    private readonly Scratch<float> _outputGradient;
    private readonly AggrevateLoss? _costLoss;
    private readonly Scratch<float> _costs;

    /// <param name="policy">Whose loss.</param>
    /// <param name="data">At least one labelled step.</param>
    /// <param name="rows">The labelled ones among them; empty for all.</param>
    /// <param name="batchSize">Most items of a gradient step, ≥ 1.</param>
    /// <param name="costs">How the costs of candidates are learnt from; null where labels alone are.</param>
    public StepLesson(
        PolicyArchitecture policy,
        LabelledBatch data,
        ReadOnlySpan<int> rows,
        int batchSize,
        AggrevateConfig? costs = null
    )
    {
        (_policy, _data, _rows) = (policy, data, new(rows.Length));
        rows.CopyTo(_rows.Span);
        ItemCount = rows.Length == 0 ? data.Count : rows.Length;
        _features = ViewFeatures.Of(policy, data);
        _loss = new(policy, batchSize);
        _chosen = new(rows.Length == 0 ? 0 : batchSize);
        _input = new(batchSize * policy.FeatureCount);
        _labels = new(batchSize * data.ActionSize);
        _workspace = new(Network.WorkspaceLength(policy.Network, batchSize));
        _output = new(batchSize * policy.Network.OutputCount);
        _outputGradient = new(batchSize * policy.Network.OutputCount);
        _costLoss = costs is null ? null : new(policy, costs, batchSize);
        _costs = new(batchSize * data.CostCount);
    }

    public int ItemCount { get; }

    public float Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<int> items, Span<float> gradient)
    {
        var (network, count) = (_policy.Network, items.Length);
        var rows = Rows(items);
        var own = parameters[..network.ParameterCount];
        var input = _input.Span[..(count * _policy.FeatureCount)];
        var labels = _labels.Span[..(count * _data.ActionSize)];
        var output = _output.Span[..(count * network.OutputCount)];
        var outputGradient = _outputGradient.Span[..output.Length];
        RowGathering.Gather(_features.Span, _policy.FeatureCount, rows, input);
        RowGathering.Gather(_data.Labels.AsSpan(), _data.ActionSize, rows, labels);
        Network.Forward(network, own, input, count, _workspace.Span, output);
        var loss = _costLoss is null
            ? _loss.Evaluate(output, labels, outputGradient)
            : _costLoss.Evaluate(output, labels, Costs(rows), outputGradient);
        Network.Backward(
            network,
            own,
            input,
            count,
            _workspace.Span,
            outputGradient,
            gradient[..network.ParameterCount]
        );
        gradient[network.ParameterCount..].Clear();
        return loss;
    }

    public void Dispose()
    {
        _loss.Dispose();
        _rows.Dispose();
        _chosen.Dispose();
        _input.Dispose();
        _labels.Dispose();
        _workspace.Dispose();
        _output.Dispose();
        _outputGradient.Dispose();
        _costs.Dispose();
    }

    private ReadOnlySpan<float> Costs(ReadOnlySpan<int> rows)
    {
        var costs = _costs.Span[..(rows.Length * _data.CostCount)];
        RowGathering.Gather(_data.Costs.AsSpan(), _data.CostCount, rows, costs);
        return costs;
    }

    private ReadOnlySpan<int> Rows(ReadOnlySpan<int> items)
    {
        if (_rows.Span.IsEmpty)
        {
            return items;
        }

        RowGathering.Gather(_rows.Span, items, _chosen.Span);
        return _chosen.Span[..items.Length];
    }
}
