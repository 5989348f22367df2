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
    /// <param name="ratings">Written: log-probabilities of the actions, shape [count], in nats; or empty.</param>
    /// <exception cref="ArgumentException">A shape disagrees.</exception>
    public void Sample(
        int step,
        ReadOnlySpan<float> observations,
        Span<float> workspace,
        Span<float> actions,
        Span<float> ratings = default
    )
    {
        if (_policy.Architecture.IsDiscrete)
        {
            RngKeys.UniformSingle(_key, (ulong)step * (ulong)_count, _draws.AsSpan(0, _count));
        }
        else
        {
            NormalDraw.Fill(_key.Fold((ulong)step), _draws);
        }

        ByDraws(_count, observations, workspace, actions, ratings);
    }

    /// <summary>The same of rows that sample by themselves, each as a sampler of one row under its key would.</summary>
    /// <param name="keys">Shape [rows], at most count.</param>
    /// <param name="steps">t of each row, shape [rows], each ≥ 0.</param>
    /// <param name="observations">Shape [rows, observation size].</param>
    /// <param name="workspace">Shape [at least the policy's workspace size].</param>
    /// <param name="actions">Written, shape [rows, action size].</param>
    /// <exception cref="ArgumentException">A shape disagrees.</exception>
    public void Sample(
        ReadOnlySpan<RngKey> keys,
        ReadOnlySpan<int> steps,
        ReadOnlySpan<float> observations,
        Span<float> workspace,
        Span<float> actions
    )
    {
        var size = _policy.Actions.Size;
        for (var row = 0; row < keys.Length; row++)
        {
            if (_policy.Architecture.IsDiscrete)
            {
                _draws[row] = Draw.UniformSingle(keys[row], (ulong)steps[row]);
            }
            else
            {
                NormalDraw.Fill(keys[row].Fold((ulong)steps[row]), _draws.AsSpan(row * size, size));
            }
        }

        ByDraws(keys.Length, observations, workspace, actions, ratings: []);
    }

    /// <summary>Samples by the draws that are there.</summary>
    private void ByDraws(
        int count,
        ReadOnlySpan<float> observations,
        Span<float> workspace,
        Span<float> actions,
        Span<float> ratings
    )
    {
        var output = _policy.HeadOutput(observations, count, memory: [], workspace);
        if (!_policy.Architecture.IsDiscrete)
        {
            GaussianHead.Sample(output, _policy.LogStd, _draws.AsSpan(0, output.Length), actions);
            if (!ratings.IsEmpty)
            {
                GaussianHead.LogProbability(output, _policy.LogStd, actions, ratings);
            }

            return;
        }

        // The entropies that come with the probabilities are not needed; their memory is taken over by the actions.
        var classes = _policy.Architecture.Network.OutputCount;
        var logProbabilities = _logProbabilities.AsSpan(0, output.Length);
        var probabilities = _probabilities.AsSpan(0, output.Length);
        var categories = _categories.AsSpan(0, count);
        CategoricalHead.Evaluate(classes, output, logProbabilities, probabilities, actions);
        CategoricalHead.Sample(classes, probabilities, _draws.AsSpan(0, count), categories);
        for (var i = 0; i < count; i++)
        {
            actions[i] = categories[i];
        }

        if (!ratings.IsEmpty)
        {
            CategoricalHead.Select(classes, logProbabilities, categories, ratings);
        }
    }
}
