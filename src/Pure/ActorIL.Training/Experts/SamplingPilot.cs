using ActorIL.Algorithms.Policies;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Experts;

/// <summary>
/// A policy without memory that samples its actions, clipped to their space. The draws of an episode depend on its key
/// and its step alone, not on what runs beside it.
/// </summary>
/// <param name="policy">Whose actions.</param>
/// <param name="key">The key that the keys of episodes are folded from.</param>
internal sealed class SamplingPilot(NetworkPolicy policy, RngKey key) : IPilot
{
    private const string Purpose = "actions";

    private PolicySampler _sampler = new(policy, count: 0, key);
    private float[] _workspace = [];
    private RngKey[] _keys = [];
    private int[] _steps = [];

    public string Name => policy.Name;

    public Space Observations => policy.Observations;

    public Space Actions => policy.Actions;

    public void Reserve(int rowCountMax)
    {
        _sampler = new(policy, rowCountMax, key);
        _workspace = new float[policy.WorkspaceSize(rowCountMax)];
        (_keys, _steps) = (new RngKey[rowCountMax], new int[rowCountMax]);
    }

    public void Begin(int row, int ordinal) =>
        (_keys[row], _steps[row]) = (EpisodeKeys.Episode(key, ordinal).Fold(Purpose), 0);

    public void Move(int from, int to) => (_keys[to], _steps[to]) = (_keys[from], _steps[from]);

    public void Choose(ReadOnlySpan<float> observations, int count, Span<float> actions)
    {
        _sampler.Sample(_keys.AsSpan(0, count), _steps.AsSpan(0, count), observations, _workspace, actions);
        ActionClipping.Clip(policy.Actions, actions);
        foreach (ref var step in _steps.AsSpan(0, count))
        {
            step++;
        }
    }
}
