using ActorIL.Core.Randomness;
using ActorIL.Numerics.Heads;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// Samples the actions of a policy without memory for a batch, step after step. Draw i of step t depends on (key, t, i)
/// alone.
/// </summary>
public sealed class PolicySampler
{
    private readonly NetworkPolicy _policy;
    private readonly int _count;
    private readonly RngKey _key;
    private readonly float[] _logProbabilities;
    private readonly float[] _probabilities;
    private readonly float[] _draws;
    private readonly int[] _categories;

    /// <param name="policy">Whose actions.</param>
    /// <param name="count">Rows of each batch, ≥ 1.</param>
    /// <param name="key">Source of the draws.</param>
    public PolicySampler(NetworkPolicy policy, int count, RngKey key)
    {
        (_policy, _count, _key) = (policy, count, key);
        var outputs = policy.Architecture.Network.OutputCount;
        _logProbabilities = new float[count * outputs];
        _probabilities = new float[count * outputs];
        _draws = new float[count * outputs];
        _categories = new int[count];
    }

    /// <summary>One action a row, as sampled: not clipped to the space.</summary>
    /// <param name="step">t, ≥ 0.</param>
    /// <param name="observations">Shape [count, observation size].</param>
    /// <param name="workspace">Shape [at least the policy's workspace size].</param>
    /// <param name="actions">Written, shape [count, action size].</param>
    /// <exception cref="ArgumentException">A shape disagrees.</exception>
    public void Sample(int step, ReadOnlySpan<float> observations, Span<float> workspace, Span<float> actions)
    {
        var output = _policy.HeadOutput(observations, _count, memory: [], workspace);
        if (!_policy.Architecture.IsDiscrete)
        {
            NormalDraw.Fill(_key.Fold((ulong)step), _draws);
            GaussianHead.Sample(output, _policy.LogStd, _draws, actions);
            return;
        }

        var uniforms = _draws.AsSpan(0, _count);
        RngKeys.UniformSingle(_key, (ulong)step * (ulong)_count, uniforms);

        // The entropies that come with the probabilities are not needed; their memory is taken over by the actions.
        var classes = _policy.Architecture.Network.OutputCount;
        CategoricalHead.Evaluate(classes, output, _logProbabilities, _probabilities, actions);
        CategoricalHead.Sample(classes, _probabilities, uniforms, _categories);
        for (var i = 0; i < _count; i++)
        {
            actions[i] = _categories[i];
        }
    }
}
