using ActorIL.Core.Fields;

namespace ActorIL.Training.Reports;

/// <summary>Returns of independent evaluation episodes, with a 95 % interval of their mean over start states.</summary>
/// <param name="Count">Episodes n, ≥ 1.</param>
/// <param name="Mean">Mean return.</param>
/// <param name="Std">Standard deviation over episodes, unbiased; 0 for one episode.</param>
/// <param name="Minimum">Worst return.</param>
/// <param name="CiLow">Lower end of the interval.</param>
/// <param name="CiHigh">Upper end of the interval.</param>
public sealed record EvaluationSummary(int Count, double Mean, double Std, double Minimum, double CiLow, double CiHigh)
    : IFields<EvaluationSummary>
{
    public static TypeName Name => new("evaluation-summary", 1);

    /// <summary>Null where the environment has no outcomes.</summary>
    public OutcomeRates? Outcomes { get; init; }

    /// <summary>Null where no episodes were perturbed.</summary>
    public RecoveryRates? Recovery { get; init; }

    /// <summary>Null where the latching detector did not look.</summary>
    public LatchingSummary? Latching { get; init; }

    public static EvaluationSummary Fields<TVisitor>(scoped ref TVisitor visitor, EvaluationSummary? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        var mean = value?.Mean ?? 0;
        var std = value?.Std ?? 0;
        var minimum = value?.Minimum ?? 0;
        var ciLow = value?.CiLow ?? 0;
        var ciHigh = value?.CiHigh ?? 0;
        var outcomes = value?.Outcomes;
        visitor.Field(1, "count", ref count);
        visitor.Field(2, "mean", ref mean);
        visitor.Field(3, "std", ref std);
        visitor.Field(4, "minimum", ref minimum);
        visitor.Field(5, "ci_low", ref ciLow);
        visitor.Field(6, "ci_high", ref ciHigh);
        var recovery = value?.Recovery;
        visitor.Record(7, "outcomes", ref outcomes);
        var latching = value?.Latching;
        visitor.Record(8, "recovery", ref recovery);
        visitor.Record(9, "latching", ref latching);
        return TVisitor.Rebuilds
            ? new(count, mean, std, minimum, ciLow, ciHigh)
            {
                Outcomes = outcomes,
                Recovery = recovery,
                Latching = latching,
            }
            : value!;
    }
}
