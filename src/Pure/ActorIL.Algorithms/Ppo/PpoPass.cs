using ActorIL.Core.Randomness;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// The working memory of one update: parameters and moments change in place, minibatch after minibatch.
/// </summary>
internal sealed class PpoPass
{
    // Within an epoch a divergence this many times the target is too far.
    private const double MinibatchKlFactor = 1.5;

    private readonly PpoConfig _config;
    private readonly PpoBatch _batch;
    private readonly PpoLoss _loss;
    private readonly PpoMinibatch _minibatch;
    private readonly AdamSettings _adam;
    private readonly float[] _gradient;
    private readonly int[] _order;
    private readonly int _actorCount;
    private readonly bool _isActorFrozen;
    private readonly double _learningRate;
    private readonly float _clip;
    private readonly PpoTotals _totals = new();

    public PpoPass(PpoConfig config, PpoNetworks networks, PpoState state, PpoBatch batch)
    {
        var countMax = Math.Min(config.MinibatchSize, batch.Count);
        (_config, _batch) = (config, batch);
        _loss = new(config, networks, countMax);
        _minibatch = new(countMax, batch.Observations.Length / batch.Count, batch.Actions.Length / batch.Count);
        _adam = PpoUpdate.Adam(config);
        _gradient = new float[networks.ParameterCount];
        _order = new int[batch.Count];
        _learningRate = PpoUpdate.Scheduled(
            config.LearningRate,
            config.LearningRateSchedule,
            state.UpdateCount,
            config.UpdateCount
        );
        _clip = (float)PpoUpdate.Scheduled(config.Clip, config.ClipSchedule, state.UpdateCount, config.UpdateCount);
        Parameters = state.Parameters.Values.ToArray();
        FirstMoments = state.FirstMoments.Values.ToArray();
        SecondMoments = state.SecondMoments.Values.ToArray();
        GradientStepCount = state.GradientStepCount;
        CriticStepCount = state.CriticStepCount;
        _actorCount = networks.Policy.ParameterCount;
        _isActorFrozen = state.UpdateCount < config.CriticWarmupUpdates;
    }

    /// <summary>False once the KL stop has ended the update.</summary>
    public bool Continues { get; private set; } = true;

    public float[] Parameters { get; }

    public float[] FirstMoments { get; }

    public float[] SecondMoments { get; }

    public long GradientStepCount { get; private set; }

    public long CriticStepCount { get; private set; }

    public void RunEpoch(RngKey key)
    {
        Draw.Permutation(key, _order);
        var divergence = 0.0;
        for (var start = 0; start < _order.Length && Continues; start += _config.MinibatchSize)
        {
            var rows = _order.AsSpan(start, Math.Min(_config.MinibatchSize, _order.Length - start));
            divergence = RunMinibatch(rows);
        }

        Continues &= _config.KlStop != KlStop.Epoch || divergence <= _config.KlTarget;
    }

    public PpoMetrics Metrics(PpoBatch batch) =>
        _totals.Mean(ExplainedVariance.Of(batch.Values.AsSpan(), batch.Returns.AsSpan()));

    private double RunMinibatch(ReadOnlySpan<int> rows)
    {
        _minibatch.Gather(_batch, rows);
        var result = _loss.Evaluate(Parameters, _minibatch, _clip, _gradient);
        if (_config.KlStop == KlStop.Minibatch && result.ApproximateKl > MinibatchKlFactor * _config.KlTarget)
        {
            Continues = false;
            return result.ApproximateKl;
        }

        if (_isActorFrozen)
        {
            _gradient.AsSpan(0, _actorCount).Clear();
            CriticStepCount++;
        }

        var norm = GradientClipping.Norm(_gradient);
        var scale = GradientClipping.Scale(norm, (float)_config.GradientNormMax);
        GradientStepCount++;
        if (!_isActorFrozen)
        {
            Step(0, _actorCount, GradientStepCount - CriticStepCount, scale);
        }

        Step(_actorCount, Parameters.Length - _actorCount, GradientStepCount, scale);
        _totals.Add(result, norm);
        return result.ApproximateKl;
    }

    /// <summary>Adam on one of the two networks, which counts the steps it took itself.</summary>
    private void Step(int start, int count, long stepCount, float scale) =>
        Adam.Step(
            in _adam,
            _learningRate,
            stepCount,
            scale,
            _gradient.AsSpan(start, count),
            FirstMoments.AsSpan(start, count),
            SecondMoments.AsSpan(start, count),
            Parameters.AsSpan(start, count)
        );
}
