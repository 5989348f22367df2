using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Numerics.Heads;

namespace ActorIL.Algorithms.Aggrevate;

/// <summary>
/// What a student's action costs more than the expert's, and λ times how far it is from it. The cost is that of the
/// candidates: their expectation under a categorical head, interpolated at the mean of a Gaussian one. It owns the
/// memory it needs.
/// </summary>
/// <remarks>
/// Source: Ross and Bagnell 2014, arXiv:1406.5979, the cost-sensitive loss of section 2; differentiated as in Sun et
/// al. 2017, arXiv:1703.01030.
/// </remarks>
internal sealed class AggrevateLoss
{
    private readonly PolicyArchitecture _policy;
    private readonly AggrevateConfig _config;
    private readonly CostInterpolation? _interpolation;
    private readonly double[] _slopes;
    private readonly float[] _logProbabilities;
    private readonly float[] _probabilities;
    private readonly float[] _entropies;

    /// <param name="policy">Whose output.</param>
    /// <param name="config">Candidates and λ.</param>
    /// <param name="countMax">Most rows, ≥ 1.</param>
    public AggrevateLoss(PolicyArchitecture policy, AggrevateConfig config, int countMax)
    {
        (_policy, _config) = (policy, config);
        var scoreCount = policy.IsDiscrete ? countMax * policy.Network.OutputCount : 0;
        _interpolation = policy.Actions.Match<CostInterpolation?>(
            discrete: _ => null,
            box: box => new(config.Candidates, box),
            product: _ => null
        );
        _slopes = new double[policy.Network.OutputCount];
        (_logProbabilities, _probabilities) = (new float[scoreCount], new float[scoreCount]);
        _entropies = new float[countMax];
    }

    /// <param name="output">Logits or means, shape [n, outputs].</param>
    /// <param name="labels">The expert's actions, shape [n, action size].</param>
    /// <param name="costs">Of the candidates and of the expert's action, shape [n, K + 1].</param>
    /// <param name="gradient">Written, the output's shape.</param>
    /// <returns>The mean over rows, in the unit of returns.</returns>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public float Evaluate(
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> labels,
        ReadOnlySpan<float> costs,
        Span<float> gradient
    )
    {
        var (outputCount, costCount) = (_policy.Network.OutputCount, _config.Candidates.Count + 1);
        var count = output.Length / outputCount;
        Shape.Require("costs", costs.Length, count, costCount);
        Shape.Require("labels", labels.Length, count, _policy.Actions.Size);
        Shape.Require("gradient", gradient.Length, count, outputCount);
        if (_interpolation is null)
        {
            var entropies = _entropies.AsSpan(0, count);
            var logs = _logProbabilities.AsSpan(0, output.Length);
            var shares = _probabilities.AsSpan(0, output.Length);
            CategoricalHead.Evaluate(outputCount, output, logs, shares, entropies);
        }

        var sum = 0.0;
        for (var row = 0; row < count; row++)
        {
            var own = gradient.Slice(row * outputCount, outputCount);
            var rowCosts = costs.Slice(row * costCount, costCount);
            var label = labels.Slice(row * _policy.Actions.Size, _policy.Actions.Size);
            sum += _interpolation is null
                ? Expected(row * outputCount, rowCosts, (int)label[0], count, own)
                : Interpolated(output.Slice(row * outputCount, outputCount), rowCosts, label, count, own);
        }

        return (float)(sum / count);
    }

    /// <summary>Σ p (c − c*) − λ log p*, where * is the expert's action.</summary>
    private double Expected(int offset, ReadOnlySpan<float> costs, int label, int count, Span<float> gradient)
    {
        var shares = _probabilities.AsSpan(offset, gradient.Length);
        var mean = 0.0;
        for (var action = 0; action < shares.Length; action++)
        {
            mean += (double)shares[action] * costs[action];
        }

        for (var action = 0; action < shares.Length; action++)
        {
            var toExpert = _config.ImitationWeight * (shares[action] - (action == label ? 1.0 : 0.0));
            gradient[action] = (float)(((shares[action] * (costs[action] - mean)) + toExpert) / count);
        }

        return mean - costs[^1] - (_config.ImitationWeight * _logProbabilities[offset + label]);
    }

    /// <summary>c(μ) − c* + λ |μ − a*|².</summary>
    private double Interpolated(
        ReadOnlySpan<float> means,
        ReadOnlySpan<float> costs,
        ReadOnlySpan<float> label,
        int count,
        Span<float> gradient
    )
    {
        var loss = _interpolation!.At(costs, means, _slopes) - costs[^1];
        for (var component = 0; component < means.Length; component++)
        {
            var distance = (double)means[component] - label[component];
            loss += _config.ImitationWeight * distance * distance;
            gradient[component] = (float)((_slopes[component] + (2 * _config.ImitationWeight * distance)) / count);
        }

        return loss;
    }
}
