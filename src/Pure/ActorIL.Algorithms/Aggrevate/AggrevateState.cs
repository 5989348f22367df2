using ActorIL.Core.Fields;

namespace ActorIL.Algorithms.Aggrevate;

/// <summary>What AggreVaTe has asked for so far; what it learns is its student's.</summary>
/// <param name="LabelCount">States in which candidates were tried.</param>
/// <param name="ExpertStepCount">Steps that the expert drove to find out what they cost.</param>
public sealed record AggrevateState(long LabelCount, long ExpertStepCount) : IFields<AggrevateState>
{
    public static TypeName Name => new("aggrevate-state", 1);

    public static AggrevateState Fields<TVisitor>(scoped ref TVisitor visitor, AggrevateState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var labelCount = value?.LabelCount ?? 0L;
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Field(1, "label_count", ref labelCount);
        visitor.Field(2, "expert_step_count", ref expertStepCount);
        return TVisitor.Rebuilds ? new(labelCount, expertStepCount) : value!;
    }
}
