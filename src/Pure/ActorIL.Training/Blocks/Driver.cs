using ActorIL.Algorithms.Policies;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Blocks;

/// <summary>Chooses the actions of one request: samples or modes of the policy, now and then the expert's.</summary>
internal sealed class Driver
{
    private readonly Drive _drive;
    private readonly int _count;
    private readonly int _actionSize;
    private readonly IPolicy _policy;
    private readonly IPolicy? _expert;
    private readonly PolicySampler? _sampler;
    private readonly RngKey _coins;
    private readonly float[] _workspace;
    private readonly float[] _expertActions;
    private readonly float[] _executed;

    public Driver(EnvironmentEntry environment, Drive drive, VectorEnvironment environments, RngKey key)
    {
        (_drive, _count, _actionSize) = (drive, environments.Count, environments.ActionSize);
        _policy = PolicyResolution.Resolve(environment, drive.Policy).Require();
        _expert = drive.Expert is { } expert ? PolicyResolution.Resolve(environment, expert).Require() : null;
        _sampler = drive.Samples ? new((NetworkPolicy)_policy, _count, key.Fold("samples")) : null;
        _coins = key.Fold("coins");
        _workspace = new float[Math.Max(_policy.WorkspaceSize(_count), _expert?.WorkspaceSize(_count) ?? 0)];
        _expertActions = new float[_count * _actionSize];
        _executed = new float[_count * _actionSize];
    }

    /// <summary>
    /// Writes the chosen actions, shape [N, action size], and the log-probabilities of sampled ones, shape [N] or
    /// empty; returns how many of the actions are the expert's.
    /// </summary>
    public int Choose(int step, ReadOnlySpan<float> observations, Span<float> actions, Span<float> ratings)
    {
        if (_sampler is { } sampler)
        {
            sampler.Sample(step, observations, _workspace, actions, ratings);
        }
        else
        {
            _policy.Act(observations, _count, memory: [], _workspace, actions);
        }

        return _expert is null || _drive.ExpertProbability <= 0 ? 0 : Mix(_expert, step, observations, actions);
    }

    /// <summary>The actions as the environment sees them: clipped to its space.</summary>
    public ReadOnlySpan<float> Executed(ReadOnlySpan<float> actions)
    {
        actions.CopyTo(_executed);
        ActionClipping.Clip(_policy.Actions, _executed);
        return _executed;
    }

    private int Mix(IPolicy expert, int step, ReadOnlySpan<float> observations, Span<float> actions)
    {
        expert.Act(observations, _count, memory: [], _workspace, _expertActions);
        var expertCount = 0;
        for (var i = 0; i < _count; i++)
        {
            if (Draw.Uniform(_coins, (ulong)((step * _count) + i)) < _drive.ExpertProbability)
            {
                _expertActions.AsSpan(i * _actionSize, _actionSize).CopyTo(actions[(i * _actionSize)..]);
                expertCount++;
            }
        }

        return expertCount;
    }
}
