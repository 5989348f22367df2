using ActorIL.Algorithms.Aggrevate;
using ActorIL.Core.Fields;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Appraisals;

/// <summary>What an appraiser keeps.</summary>
/// <param name="Asked">What was asked for so far.</param>
internal sealed record AppraiserState(AggrevateState Asked) : IFields<AppraiserState>
{
    /// <summary>Work of an environment in another process; null where none was begun.</summary>
    public PendingWorks<AppraiserMessage.Appraise>? Outside { get; init; }

    /// <summary>As long as it was nothing else, it had that name.</summary>
    public static TypeName Name => AggrevateState.Name;

    public static AppraiserState Fields<TVisitor>(scoped ref TVisitor visitor, AppraiserState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var labelCount = value?.Asked.LabelCount ?? 0L;
        var expertStepCount = value?.Asked.ExpertStepCount ?? 0L;
        var outside = value?.Outside;
        visitor.Field(1, "label_count", ref labelCount);
        visitor.Field(2, "expert_step_count", ref expertStepCount);
        visitor.Record(3, "outside", ref outside);
        return TVisitor.Rebuilds ? new(new AggrevateState(labelCount, expertStepCount)) { Outside = outside } : value!;
    }
}
