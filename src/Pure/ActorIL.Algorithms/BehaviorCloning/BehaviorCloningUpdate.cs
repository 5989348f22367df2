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

        return Train(config, state, Lesson(config, policy, data), key);
    }

    /// <summary>The same of any lesson.</summary>
    internal static (BehaviorCloningState State, double Loss) Train(
        BehaviorCloningConfig config,
        BehaviorCloningState state,
        ILesson lesson,
        RngKey key
    )
    {
        var trainer = new Trainer(config, state, lesson);
        var pass = 0UL;
        for (var left = config.GradientSteps(trainer.ItemCount); left > 0; pass++)
        {
            left -= trainer.RunPass(key.Fold(pass), left);
        }

        return (trainer.State, trainer.Loss);
    }

    private static ILesson Lesson(BehaviorCloningConfig config, PolicyArchitecture policy, LabelledBatch data)
    {
        int[] rows = data.Labelled.IsEmpty
            ? []
            : [.. Enumerable.Range(0, data.Count).Where(row => data.Labelled[row] != 0)];
        var batchSize = Math.Min(config.BatchSize, data.LabelCount);
        return policy.Network.MemoryCount > 0
            ? new WindowLesson(config, policy, data, rows, batchSize)
            : new StepLesson(policy, data, rows, batchSize);
    }

    private sealed class Trainer
    {
        private readonly BehaviorCloningConfig _config;
        private readonly ILesson _lesson;
        private readonly AdamSettings _adam;
        private readonly int _batchSize;
        private readonly int[] _order;
        private readonly float[] _gradient;
        private readonly float[] _parameters;
        private readonly float[] _firstMoments;
        private readonly float[] _secondMoments;
        private long _gradientStepCount;

        public Trainer(BehaviorCloningConfig config, BehaviorCloningState state, ILesson lesson)
        {
            (_config, _lesson) = (config, lesson);
            _batchSize = Math.Min(config.BatchSize, lesson.ItemCount);
            _adam = AdamSettings.Default with { Epsilon = config.AdamEpsilon };
            _order = new int[lesson.ItemCount];
            _parameters = state.Parameters.Values.ToArray();
            _gradient = new float[_parameters.Length];
            _firstMoments = state.FirstMoments.Values.ToArray();
            _secondMoments = state.SecondMoments.Values.ToArray();
            _gradientStepCount = state.GradientStepCount;
        }

        public int ItemCount => _lesson.ItemCount;

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
        public int RunPass(RngKey key, long stepsMax)
        {
            Draw.Permutation(key, _order);
            var (steps, sum) = (0, 0.0);
            for (var start = 0; start < _order.Length && steps < stepsMax; start += _batchSize, steps++)
            {
                sum += Step(_order.AsSpan(start, Math.Min(_batchSize, _order.Length - start)));
            }

            Loss = sum / steps;
            return steps;
        }

        private float Step(ReadOnlySpan<int> items)
        {
            var loss = _lesson.Evaluate(_parameters, items, _gradient);
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
