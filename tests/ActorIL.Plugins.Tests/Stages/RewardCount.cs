using ActorIL.Core.Fields;

namespace ActorIL.Plugins.Tests.Stages;

/// <summary>What a stage that remembers keeps.</summary>
internal sealed record RewardCount(long Rollouts, double Sum) : IFields<RewardCount>
{
    public static TypeName Name => new("reward-count", 1);

    public static RewardCount Fields<TVisitor>(scoped ref TVisitor visitor, RewardCount? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (rollouts, sum) = (value?.Rollouts ?? 0, value?.Sum ?? 0);
        visitor.Field(1, "rollouts", ref rollouts);
        visitor.Field(2, "sum", ref sum);
        return TVisitor.Rebuilds ? new(rollouts, sum) : value!;
    }
}
