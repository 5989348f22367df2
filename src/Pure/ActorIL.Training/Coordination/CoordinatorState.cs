using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Coordination;

/// <summary>A run as far as it has come.</summary>
/// <param name="Stages">All stages of the plan, in order.</param>
public sealed record CoordinatorState(ImmutableArray<StageRecord> Stages) : IFields<CoordinatorState>
{
    public static TypeName Name => new("coordinator-state", 1);

    public static CoordinatorState Fields<TVisitor>(scoped ref TVisitor visitor, CoordinatorState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var stages = value?.Stages ?? [];
        visitor.Records(1, "stages", ref stages);
        return TVisitor.Rebuilds ? new(stages) : value!;
    }
}
