using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Adversarial;

/// <summary>What stands in for the environment's rewards.</summary>
/// <param name="Rewards">One for each step of a rollout, shape [T × N].</param>
internal sealed record RolloutRewards(ImmutableArray<float> Rewards) : IFields<RolloutRewards>
{
    public static TypeName Name => new("rollout-rewards", 1);

    public static RolloutRewards Fields<TVisitor>(scoped ref TVisitor visitor, RolloutRewards? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var rewards = value?.Rewards ?? [];
        visitor.Field(1, "rewards", ref rewards);
        return TVisitor.Rebuilds ? new(rewards) : value!;
    }
}
