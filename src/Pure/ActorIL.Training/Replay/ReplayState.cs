using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Replay;

/// <summary>Everything labelled so far.</summary>
/// <param name="Aggregate">In order of arrival.</param>
public sealed record ReplayState(LabelledBatch Aggregate) : IFields<ReplayState>
{
    public static TypeName Name => new("replay-state", 1);

    public static ReplayState Fields<TVisitor>(scoped ref TVisitor visitor, ReplayState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var aggregate = value?.Aggregate;
        visitor.Record(1, "aggregate", ref aggregate);
        return TVisitor.Rebuilds ? new(aggregate!) : value!;
    }
}
