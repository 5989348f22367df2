using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Collection;

/// <summary>One rollout of all blocks.</summary>
/// <param name="Rollout">T steps of all N environments, in order of environment.</param>
/// <param name="Returns">Returns of the episodes that ended.</param>
/// <param name="ExpertStepCount">Steps that the expert drove.</param>
/// <param name="Labelled">1 where the expert is to be asked for a label, shape [T × N]; empty for everywhere.</param>
public sealed record Collected(
    Rollout Rollout,
    ImmutableArray<double> Returns,
    long ExpertStepCount,
    ImmutableArray<byte> Labelled
) : IFields<Collected>
{
    public static TypeName Name => new("collected", 1);

    public static Collected Fields<TVisitor>(scoped ref TVisitor visitor, Collected? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var rollout = value?.Rollout;
        var returns = value?.Returns ?? [];
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Record(1, "rollout", ref rollout);
        visitor.Field(2, "returns", ref returns);
        visitor.Field(3, "expert_step_count", ref expertStepCount);
        var labelled = value?.Labelled ?? [];
        visitor.Field(4, "labelled", ref labelled);
        return TVisitor.Rebuilds ? new(rollout!, returns, expertStepCount, labelled) : value!;
    }
}
