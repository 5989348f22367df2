using ActorIL.Core.Fields;

namespace ActorIL.Training.Reports;

/// <summary>What a student costs up to a horizon, beyond the expert on the same episodes.</summary>
/// <param name="StepCount">The horizon T, in steps.</param>
/// <param name="Excess">Mean of the expert's return up to T less the student's.</param>
/// <param name="CiLow">Lower end of its 95 % interval.</param>
/// <param name="CiHigh">Upper end of the interval.</param>
/// <param name="Erred">Episodes that had cost more than the expert's by then.</param>
public sealed record HorizonCost(int StepCount, double Excess, double CiLow, double CiHigh, RateSummary Erred)
    : IFields<HorizonCost>
{
    public static TypeName Name => new("horizon-cost", 1);

    public static HorizonCost Fields<TVisitor>(scoped ref TVisitor visitor, HorizonCost? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var stepCount = value?.StepCount ?? 0;
        var excess = value?.Excess ?? 0;
        var ciLow = value?.CiLow ?? 0;
        var ciHigh = value?.CiHigh ?? 0;
        var erred = value?.Erred;
        visitor.Field(1, "step_count", ref stepCount);
        visitor.Field(2, "excess", ref excess);
        visitor.Field(3, "ci_low", ref ciLow);
        visitor.Field(4, "ci_high", ref ciHigh);
        visitor.Record(5, "erred", ref erred);
        return TVisitor.Rebuilds ? new(stepCount, excess, ciLow, ciHigh, erred!) : value!;
    }
}
