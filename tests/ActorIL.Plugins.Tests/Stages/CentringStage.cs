using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Training.Collection;

namespace ActorIL.Plugins.Tests.Stages;

/// <summary>Takes the mean reward of all rollouts so far off every reward: a stage that remembers.</summary>
internal sealed record CentringStage : ITransducer<RewardCount, Collected, Collected>
{
    public RewardCount Init() => new(0, 0);

    public Emission<RewardCount, Collected> Step(RewardCount state, Collected item)
    {
        var rewards = item.Rollout.Rewards;
        var next = new RewardCount(state.Rollouts + 1, state.Sum + rewards.Average());
        var mean = (float)(next.Sum / next.Rollouts);
        var centred = rewards.Select(reward => reward - mean).ToImmutableArray();
        return new(next, [item with { Rollout = item.Rollout.WithRewards(centred) }]);
    }

    public ImmutableArray<Collected> Complete(RewardCount state) => [];
}
