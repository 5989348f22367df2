using ActorIL.Core.Fields;
using ActorIL.Training.Experts;

namespace ActorIL.Training.Appraisals;

/// <summary>What was found out of some episodes.</summary>
/// <param name="Labels">What every candidate costs where it was asked.</param>
/// <param name="StepCountMax">Steps of the longest fork: how long it took.</param>
internal sealed record Appraisal(ExpertLabels Labels, int StepCountMax) : IFields<Appraisal>
{
    public static TypeName Name => new("appraisal", 1);

    public static Appraisal Fields<TVisitor>(scoped ref TVisitor visitor, Appraisal? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var labels = value?.Labels;
        var stepCountMax = value?.StepCountMax ?? 0;
        visitor.Record(1, "labels", ref labels);
        visitor.Field(2, "step_count_max", ref stepCountMax);
        return TVisitor.Rebuilds ? new(labels!, stepCountMax) : value!;
    }
}
