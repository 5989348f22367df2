using ActorIL.Algorithms.Policies;
using ActorIL.Numerics.Heads;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// The policy's head over one batch: log-probabilities, entropy and gradients, the same for categorical and Gaussian
/// actions. It owns the memory they need.
/// </summary>
internal sealed class PpoHead(PolicyArchitecture policy, int countMax)
{
    private readonly float[] _logProbabilities = new float[
        policy.IsDiscrete ? countMax * policy.Network.OutputCount : 0
    ];
    private readonly float[] _probabilities = new float[policy.IsDiscrete ? countMax * policy.Network.OutputCount : 0];
    private readonly float[] _entropies = new float[policy.IsDiscrete ? countMax : 0];
    private readonly int[] _categories = new int[policy.IsDiscrete ? countMax : 0];

    /// <summary>Log-probabilities of the actions taken.</summary>
    /// <param name="output">Logits or means, shape [n, outputs].</param>
    /// <param name="logStd">Shape [action size] or empty.</param>
    /// <param name="actions">Shape [n, action size], unclipped.</param>
    /// <param name="selected">Written, shape [n], in nats.</param>
    /// <returns>Mean entropy, in nats.</returns>
    public float Rate(
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> logStd,
        ReadOnlySpan<float> actions,
        Span<float> selected
    )
    {
        var count = selected.Length;
        if (!policy.IsDiscrete)
        {
            GaussianHead.LogProbability(output, logStd, actions, selected);
            return GaussianHead.Entropy(logStd);
        }

        var classes = policy.Network.OutputCount;
        for (var i = 0; i < count; i++)
        {
            _categories[i] = (int)actions[i];
        }

        var logs = _logProbabilities.AsSpan(0, count * classes);
        CategoricalHead.Evaluate(
            classes,
            output,
            logs,
            _probabilities.AsSpan(0, count * classes),
            _entropies.AsSpan(0, count)
        );
        CategoricalHead.Select(classes, logs, _categories.AsSpan(0, count), selected);
        return Mean(_entropies.AsSpan(0, count));
    }

    /// <summary>
    /// Gradients by head output and log standard deviations, after <see cref="Rate"/> on the same batch.
    /// </summary>
    /// <param name="output">Shape [n, outputs].</param>
    /// <param name="logStd">Shape [action size] or empty.</param>
    /// <param name="actions">Shape [n, action size].</param>
    /// <param name="logProbabilityGradients">Shape [n].</param>
    /// <param name="entropyGradient">By each row's entropy.</param>
    /// <param name="outputGradient">Written, shape [n, outputs].</param>
    /// <param name="logStdGradient">Written, shape [action size] or empty.</param>
    public void Gradient(
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> logStd,
        ReadOnlySpan<float> actions,
        ReadOnlySpan<float> logProbabilityGradients,
        float entropyGradient,
        Span<float> outputGradient,
        Span<float> logStdGradient
    )
    {
        if (!policy.IsDiscrete)
        {
            GaussianHead.Gradient(
                output,
                logStd,
                actions,
                logProbabilityGradients,
                entropyGradient,
                outputGradient,
                logStdGradient
            );
            return;
        }

        var (count, classes) = (logProbabilityGradients.Length, policy.Network.OutputCount);
        CategoricalHead.Gradient(
            classes,
            _logProbabilities.AsSpan(0, count * classes),
            _probabilities.AsSpan(0, count * classes),
            _entropies.AsSpan(0, count),
            _categories.AsSpan(0, count),
            logProbabilityGradients,
            entropyGradient,
            outputGradient
        );
    }

    private static float Mean(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return (float)(sum / values.Length);
    }
}
