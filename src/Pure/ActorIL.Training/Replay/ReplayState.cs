using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Training.Pipelines;

namespace ActorIL.Training.Replay;

/// <summary>Everything labelled so far.</summary>
/// <param name="Aggregate">In order of arrival.</param>
internal sealed record ReplayState(LabelledBatch Aggregate) : IFields<ReplayState>
{
    /// <summary>The states of the stages before it, in order; none where there are no stages.</summary>
    public ImmutableArray<StageState> Stages { get; init; } = [];

    public static TypeName Name => new("replay-state", 1);

    public static ReplayState Fields<TVisitor>(scoped ref TVisitor visitor, ReplayState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var aggregate = value?.Aggregate;
        visitor.Record(1, "aggregate", ref aggregate);
        var stages = value?.Stages ?? [];
        visitor.Records(2, "stages", ref stages);
        return TVisitor.Rebuilds ? new(aggregate!) { Stages = stages } : value!;
    }
}
