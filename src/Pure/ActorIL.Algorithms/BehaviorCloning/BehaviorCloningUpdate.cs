using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>Supervised learning of a policy from labelled observations.</summary>
public static class BehaviorCloningUpdate
{
    /// <summary>Takes the configured number of gradient steps over shuffled passes of the data.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="policy">The student's shape.</param>
    /// <param name="state">Where it starts.</param>
    /// <param name="data">At least one labelled observation.</param>
    /// <param name="key">Shuffles; the caller has folded its own counter in.</param>
    /// <returns>The next state, and the mean loss of the last pass.</returns>
    /// <exception cref="ArgumentException">There is no data.</exception>
    public static (BehaviorCloningState State, double Loss) Train(
        BehaviorCloningConfig config,
        PolicyArchitecture policy,
        BehaviorCloningState state,
        LabelledBatch data,
        RngKey key
    )
    {
        if (data.LabelCount == 0)
        {
            throw new ArgumentException("There are no labelled observations to learn from.");
        }

        var trainer = new Trainer(config, policy, state, data);
        var pass = 0UL;
        for (var left = config.UpdateCount; left > 0; pass++)
        {
            left -= trainer.RunPass(key.Fold(pass), left);
        }

        return (trainer.State, trainer.Loss);
    }

    private static int[] LabelledRows(LabelledBatch data) =>
        [.. Enumerable.Range(0, data.Count).Where(row => data.Labelled[row] != 0)];

    private sealed class Trainer
    {
        private readonly BehaviorCloningConfig _config;
        private readonly LabelledBatch _data;
        private readonly ReadOnlyMemory<float> _features;
        private readonly int _featureCount;
        private readonly int[] _rows;
        private readonly BehaviorCloningLoss _loss;
        private readonly AdamSettings _adam;
        private readonly int _batchSize;
        private readonly int[] _order;
        private readonly float[] _observations;
        private readonly float[] _labels;
        private readonly float[] _gradient;
        private readonly float[] _parameters;
        private readonly float[] _firstMoments;
        private readonly float[] _secondMoments;
        private long _gradientStepCount;

        public Trainer(
            BehaviorCloningConfig config,
            PolicyArchitecture policy,
            BehaviorCloningState state,
            LabelledBatch data
        )
        {
            (_config, _data) = (config, data);
            (_features, _featureCount) = (ViewFeatures.Of(policy, data), policy.FeatureCount);
            _rows = data.Labelled.IsEmpty ? [] : LabelledRows(data);
            var rowCount = data.Labelled.IsEmpty ? data.Count : _rows.Length;
            _batchSize = Math.Min(config.BatchSize, rowCount);
            _loss = new(policy, _batchSize);
            _adam = AdamSettings.Default with { Epsilon = config.AdamEpsilon };
            _order = new int[rowCount];
            _observations = new float[_batchSize * _featureCount];
            _labels = new float[_batchSize * data.ActionSize];
            _gradient = new float[policy.ParameterCount];
            _parameters = state.Parameters.Values.ToArray();
            _firstMoments = state.FirstMoments.Values.ToArray();
            _secondMoments = state.SecondMoments.Values.ToArray();
            _gradientStepCount = state.GradientStepCount;
        }

        public double Loss { get; private set; }

        public BehaviorCloningState State =>
            new(
                ParameterBlock.Copy(_parameters),
                ParameterBlock.Copy(_firstMoments),
                ParameterBlock.Copy(_secondMoments),
                _gradientStepCount
            );

        /// <summary>
        /// One shuffled pass, at most <paramref name="stepsMax"/> gradient steps of it; returns how many.
        /// </summary>
        public int RunPass(RngKey key, int stepsMax)
        {
            Draw.Permutation(key, _order);
            for (var i = 0; i < _rows.Length; i++)
            {
                _order[i] = _rows[_order[i]];
            }

            var (steps, sum) = (0, 0.0);
            for (var start = 0; start < _order.Length && steps < stepsMax; start += _batchSize, steps++)
            {
                sum += Step(_order.AsSpan(start, Math.Min(_batchSize, _order.Length - start)));
            }

            Loss = sum / steps;
            return steps;
        }

        private float Step(ReadOnlySpan<int> rows)
        {
            var observations = _observations.AsSpan(0, rows.Length * _featureCount);
            var labels = _labels.AsSpan(0, rows.Length * _data.ActionSize);
            RowGathering.Gather(_features.Span, _featureCount, rows, observations);
            RowGathering.Gather(_data.Labels.AsSpan(), _data.ActionSize, rows, labels);
            var loss = _loss.Evaluate(_parameters, observations, labels, rows.Length, _gradient);
            var scale = GradientClipping.Scale(GradientClipping.Norm(_gradient), (float)_config.GradientNormMax);
            Adam.Step(
                in _adam,
                _config.LearningRate,
                ++_gradientStepCount,
                scale,
                _gradient,
                _firstMoments,
                _secondMoments,
                _parameters
            );
            return loss;
        }
    }
}
