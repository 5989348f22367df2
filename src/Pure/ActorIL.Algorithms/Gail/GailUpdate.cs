using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Optimization;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Gail;

/// <summary>One rollout in; the next discriminator, and the rewards it gives for that rollout, out.</summary>
/// <remarks>Source: Ho and Ermon 2016, arXiv:1606.03476, algorithm 1, lines 4 and 5.</remarks>
public static class GailUpdate
{
    /// <summary>Learns to tell the two apart, then rewards the generator's steps.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="discriminator">Its shape.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="expert">Features of the demonstrations, shape [n, features], n ≥ 1.</param>
    /// <param name="generator">Features of the rollout, shape [m, features], m ≥ 1.</param>
    /// <param name="key">Draws; the caller has folded its own update counter in.</param>
    /// <returns>The next state, rewards of shape [m], and what was done.</returns>
    public static (GailState State, float[] Rewards, GailMetrics Metrics) Update(
        GailConfig config,
        Discriminator discriminator,
        GailState state,
        ReadOnlySpan<float> expert,
        ReadOnlySpan<float> generator,
        RngKey key
    )
    {
        var size = discriminator.Features.Count;
        var statistics = state.Statistics.Merge(RunningMoments.Of(generator, size));
        var (expertInputs, generatorInputs) = (expert.ToArray(), generator.ToArray());
        Discriminator.Standardize(statistics, expertInputs);
        Discriminator.Standardize(statistics, generatorInputs);
        var pass = new Pass(config, discriminator, state);
        var sum = 0.0;
        for (var step = 0; step < config.UpdateCount; step++)
        {
            sum += pass.Step(expertInputs, generatorInputs, key.Fold((ulong)step));
        }

        var next = pass.State with { UpdateCount = state.UpdateCount + 1, Statistics = statistics };
        var logits = discriminator.Logits(next.Parameters, generatorInputs);
        var expertLogits = discriminator.Logits(next.Parameters, expertInputs);
        var rewards = new float[logits.Length];
        GailReward.Evaluate(config.Reward, config.ConstantReward, logits, rewards);
        var metrics = new GailMetrics(
            sum / config.UpdateCount,
            Share(expertLogits, static logit => logit > 0),
            Share(logits, static logit => logit < 0)
        );
        return (next, rewards, metrics);
    }

    private static double Share(ReadOnlySpan<float> logits, Func<float, bool> isRight)
    {
        var count = 0;
        foreach (var logit in logits)
        {
            count += isRight(logit) ? 1 : 0;
        }

        return (double)count / logits.Length;
    }

    /// <summary>The working memory of one update: parameters and moments change in place.</summary>
    private sealed class Pass
    {
        private readonly GailConfig _config;
        private readonly GailState _state;
        private readonly GailLoss _loss;
        private readonly AdamSettings _adam;
        private readonly int _size;
        private readonly int[] _rows;
        private readonly float[] _input;
        private readonly float[] _noise;
        private readonly float[] _gradient;
        private readonly float[] _parameters;
        private readonly float[] _firstMoments;
        private readonly float[] _secondMoments;
        private long _gradientStepCount;

        public Pass(GailConfig config, Discriminator discriminator, GailState state)
        {
            (_config, _state, _size) = (config, state, discriminator.Features.Count);
            _loss = new(discriminator.Network, config, config.BatchSize);
            _adam = AdamSettings.Default with { Epsilon = config.AdamEpsilon };
            _rows = new int[config.BatchSize];
            _input = new float[2 * config.BatchSize * _size];
            _noise = new float[config.InputNoise > 0 ? _input.Length : 0];
            _parameters = state.Parameters.Values.ToArray();
            _gradient = new float[_parameters.Length];
            _firstMoments = state.FirstMoments.Values.ToArray();
            _secondMoments = state.SecondMoments.Values.ToArray();
            _gradientStepCount = state.GradientStepCount;
        }

        public GailState State =>
            _state with
            {
                Parameters = ParameterBlock.Copy(_parameters),
                FirstMoments = ParameterBlock.Copy(_firstMoments),
                SecondMoments = ParameterBlock.Copy(_secondMoments),
                GradientStepCount = _gradientStepCount,
            };

        public float Step(ReadOnlySpan<float> expert, ReadOnlySpan<float> generator, RngKey key)
        {
            var half = _input.Length / 2;
            Draw(expert, key.Fold("expert"), _input.AsSpan(0, half));
            Draw(generator, key.Fold("generator"), _input.AsSpan(half));
            AddNoise(key.Fold("noise"));
            var loss = _loss.Evaluate(_parameters, _input, _gradient);
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

        /// <summary>Rows with replacement, so that both classes have as many whatever there is of them.</summary>
        private void Draw(ReadOnlySpan<float> source, RngKey key, Span<float> target)
        {
            for (var i = 0; i < _rows.Length; i++)
            {
                _rows[i] = Core.Randomness.Draw.Index(key, (ulong)i, source.Length / _size);
            }

            RowGathering.Gather(source, _size, _rows, target);
        }

        private void AddNoise(RngKey key)
        {
            NormalDraw.Fill(key, _noise);
            for (var i = 0; i < _noise.Length; i++)
            {
                _input[i] += (float)_config.InputNoise * _noise[i];
            }
        }
    }
}
