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

    private readonly int _observationSize = policy.Observations.Size;
    private readonly int _actionSize = policy.Actions.Size;
    private readonly float[] _workspace = new float[policy.WorkspaceSize(1)];
    private PolicySampler?[] _samplers = [];
    private int[] _steps = [];

    public string Name => policy.Name;

    public Space Observations => policy.Observations;

    public Space Actions => policy.Actions;

    public void Reserve(int rowCountMax) =>
        (_samplers, _steps) = (new PolicySampler?[rowCountMax], new int[rowCountMax]);

    public void Begin(int row, int ordinal) =>
        (_samplers[row], _steps[row]) = (new(policy, count: 1, EpisodeKeys.Episode(key, ordinal).Fold(Purpose)), 0);

    public void Move(int from, int to) => (_samplers[to], _steps[to]) = (_samplers[from], _steps[from]);

    public void Choose(ReadOnlySpan<float> observations, int count, Span<float> actions)
    {
        for (var row = 0; row < count; row++)
        {
            var action = actions.Slice(row * _actionSize, _actionSize);
            _samplers[row]!.Sample(
                _steps[row]++,
                observations.Slice(row * _observationSize, _observationSize),
                _workspace,
                action
            );
            ActionClipping.Clip(policy.Actions, action);
        }
    }
}
