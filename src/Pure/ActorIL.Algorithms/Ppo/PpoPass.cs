using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// The working memory of one update: parameters and moments change in place, minibatch after minibatch.
/// </summary>
internal sealed class PpoPass : IForkable, IDisposable
{
    // Within an epoch a divergence this many times the target is too far.
    private const double MinibatchKlFactor = 1.5;

    private const int PartCount = 2;

    private readonly PpoConfig _config;
    private readonly PpoBatch _batch;
    private readonly PpoMinibatch _minibatch;
    private readonly PpoLoss _loss;
    private readonly AdamSettings _adam;
    private readonly Scratch<float> _parameters;
    private readonly Scratch<float> _firstMoments;
    private readonly Scratch<float> _secondMoments;
    private readonly Scratch<float> _gradient;
    private readonly Scratch<int> _order;
    private readonly int _actorCount;
    private readonly bool _isActorFrozen;
    private readonly double _learningRate;
    private readonly float _clip;
    private readonly IForkJoin _forks;
    private readonly PpoTotals _totals = new();
    private float _scale;

    public PpoPass(PpoConfig config, PpoNetworks networks, PpoState state, PpoBatch batch, IForkJoin forks)
    {
        var countMax = Math.Min(config.MinibatchSize, batch.Count);
        (_config, _batch, _forks) = (config, batch, forks);
        _parameters = new(state.Parameters.Values);
        _firstMoments = new(state.FirstMoments.Values);
        _secondMoments = new(state.SecondMoments.Values);
        _gradient = new(networks.ParameterCount);
        _order = new(batch.Count);
        _minibatch = new(countMax, batch.ObservationSize, batch.ActionSize);
        _loss = new(config, networks, _minibatch, _parameters, _gradient, forks);
        _adam = PpoUpdate.Adam(config);
        _learningRate = PpoUpdate.Scheduled(
            config.LearningRate,
            config.LearningRateSchedule,
            state.UpdateCount,
            config.UpdateCount
        );
        _clip = (float)PpoUpdate.Scheduled(config.Clip, config.ClipSchedule, state.UpdateCount, config.UpdateCount);
        GradientStepCount = state.GradientStepCount;
        CriticStepCount = state.CriticStepCount;
        _actorCount = networks.Policy.ParameterCount;
        _isActorFrozen = state.UpdateCount < config.CriticWarmupUpdates;
    }

    /// <summary>False once the KL stop has ended the update.</summary>
    public bool Continues { get; private set; } = true;

    public ReadOnlySpan<float> Parameters => _parameters.Span;

    public ReadOnlySpan<float> FirstMoments => _firstMoments.Span;

    public ReadOnlySpan<float> SecondMoments => _secondMoments.Span;

    public long GradientStepCount { get; private set; }

    public long CriticStepCount { get; private set; }

    public void RunEpoch(RngKey key)
    {
        var order = _order.Span;
        Draw.Permutation(key, order);
        for (var start = 0; start < order.Length && Continues; start += _config.MinibatchSize)
        {
            var end = Math.Min(start + _config.MinibatchSize, order.Length);
            Learn(order[start..end], endsEpoch: end == order.Length);
        }
    }

    /// <summary>Takes a gradient step and looks whether there is to be another.</summary>
    public void Learn(ReadOnlySpan<int> rows, bool endsEpoch)
    {
        var divergence = RunMinibatch(rows);
        Continues &= !endsEpoch || _config.KlStop != KlStop.Epoch || divergence <= _config.KlTarget;
    }

    public PpoMetrics Metrics() => _totals.Mean(ExplainedVariance.Of(_batch.Values, _batch.Returns));

    public void Dispose()
    {
        _loss.Dispose();
        _minibatch.Dispose();
        _parameters.Dispose();
        _firstMoments.Dispose();
        _secondMoments.Dispose();
        _gradient.Dispose();
        _order.Dispose();
    }

    private double RunMinibatch(ReadOnlySpan<int> rows)
    {
        _minibatch.Gather(_batch, rows);
        var result = _loss.Evaluate(_clip);
        if (_config.KlStop == KlStop.Minibatch && result.ApproximateKl > MinibatchKlFactor * _config.KlTarget)
        {
            Continues = false;
            return result.ApproximateKl;
        }

        if (_isActorFrozen)
        {
            _gradient.Span[.._actorCount].Clear();
            CriticStepCount++;
        }

        var norm = GradientClipping.Norm(_gradient.Span);
        _scale = GradientClipping.Scale(norm, (float)_config.GradientNormMax);
        GradientStepCount++;
        _forks.Run(this, PartCount);
        _totals.Add(result, norm);
        return result.ApproximateKl;
    }

    /// <summary>The actor's gradient step, or the critic's: likely where its gradient was computed.</summary>
    void IForkable.RunPart(int part)
    {
        if (part == 1)
        {
            Step(_actorCount, Parameters.Length - _actorCount, GradientStepCount);
        }
        else if (!_isActorFrozen)
        {
            Step(0, _actorCount, GradientStepCount - CriticStepCount);
        }
    }

    /// <summary>Adam on one of the two networks, which counts the steps it took itself.</summary>
    private void Step(int start, int count, long stepCount) =>
        Adam.Step(
            in _adam,
            _learningRate,
            stepCount,
            _scale,
            _gradient.Span.Slice(start, count),
            _firstMoments.Span.Slice(start, count),
            _secondMoments.Span.Slice(start, count),
            _parameters.Span.Slice(start, count)
        );
}
