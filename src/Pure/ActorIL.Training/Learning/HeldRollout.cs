using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Learning;

/// <summary>A rollout that has arrived and is learnt from a little later.</summary>
/// <param name="Collected">The rollout.</param>
/// <param name="Behavior">The policy that collected it: what its old log-probabilities are of.</param>
public sealed record HeldRollout(Collected Collected, PolicySnapshot Behavior) : IFields<HeldRollout>
{
    public static TypeName Name => new("held-rollout", 1);

    public static HeldRollout Fields<TVisitor>(scoped ref TVisitor visitor, HeldRollout? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var collected = value?.Collected;
        var behavior = value?.Behavior;
        visitor.Record(1, "collected", ref collected);
        visitor.Record(2, "behavior", ref behavior);
        return TVisitor.Rebuilds ? new(collected!, behavior!) : value!;
    }
}
