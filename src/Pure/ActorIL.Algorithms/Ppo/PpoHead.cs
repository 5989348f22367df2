using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Heads;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// The policy's head over one batch: log-probabilities, entropy and gradients, the same for categorical and Gaussian
/// actions. It owns the memory they need.
/// </summary>
internal sealed class PpoHead(PolicyArchitecture policy, int countMax) : IDisposable
{
    private readonly Scratch<float> _logProbabilities = new(
        policy.IsDiscrete ? countMax * policy.Network.OutputCount : 0
    );
    private readonly Scratch<float> _probabilities = new(policy.IsDiscrete ? countMax * policy.Network.OutputCount : 0);
    private readonly Scratch<float> _entropies = new(policy.IsDiscrete ? countMax : 0);
    private readonly Scratch<int> _categories = new(policy.IsDiscrete ? countMax : 0);

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
        var categories = _categories.Span[..count];
        for (var i = 0; i < count; i++)
        {
            categories[i] = (int)actions[i];
        }

        var logs = _logProbabilities.Span[..(count * classes)];
        CategoricalHead.Evaluate(
            classes,
            output,
            logs,
            _probabilities.Span[..(count * classes)],
            _entropies.Span[..count]
        );
        CategoricalHead.Select(classes, logs, categories, selected);
        return Mean(_entropies.Span[..count]);
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
            _logProbabilities.Span[..(count * classes)],
            _probabilities.Span[..(count * classes)],
            _entropies.Span[..count],
            _categories.Span[..count],
            logProbabilityGradients,
            entropyGradient,
            outputGradient
        );
    }

    public void Dispose()
    {
        _logProbabilities.Dispose();
        _probabilities.Dispose();
        _entropies.Dispose();
        _categories.Dispose();
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
