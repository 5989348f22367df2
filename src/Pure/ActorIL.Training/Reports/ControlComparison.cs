using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Training.Reports;

/// <summary>A student held against the same student with a constant reward, over the same start states.</summary>
/// <param name="Stage">The control's stage.</param>
/// <param name="MeanDifference">Mean of the student's return minus the control's.</param>
/// <param name="CiLow">Lower end of the 95 % interval of that mean.</param>
/// <param name="CiHigh">Upper end of the interval.</param>
/// <param name="Margin">
/// What the interval has to be above, ≥ 0: a tenth of what the control lacks to the expert. Less is no difference that
/// says anything.
/// </param>
public sealed record ControlComparison(string Stage, double MeanDifference, double CiLow, double CiHigh, double Margin)
    : IFields<ControlComparison>
{
    private const double Share = 0.1;

    public static TypeName Name => new("control-comparison", 1);

    /// <summary>Whether the control scores clearly lower, so that the student's score says something.</summary>
    public bool CanJudge => CiLow > Margin;

    /// <summary>Compares episode by episode.</summary>
    /// <param name="stage">The control's stage.</param>
    /// <param name="student">Returns of the student's episodes, shape [n], n ≥ 1.</param>
    /// <param name="control">Returns of the control's, from the same start states, shape [n].</param>
    /// <param name="expert">The expert's; empty where it is not known.</param>
    /// <param name="key">Source of the resampling.</param>
    /// <exception cref="ArgumentException">The shapes disagree, or there are no episodes.</exception>
    /// <remarks>The interval is that of <see cref="EvaluationStatistics"/> over the differences.</remarks>
    public static ControlComparison Of(
        string stage,
        ReadOnlySpan<double> student,
        ReadOnlySpan<double> control,
        ReadOnlySpan<double> expert,
        RngKey key
    )
    {
        if (student.Length != control.Length)
        {
            throw new ArgumentException($"The student has {student.Length} episodes, the control {control.Length}.");
        }

        var differences = new double[student.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = student[i] - control[i];
        }

        var summary = EvaluationStatistics.Summarize(differences, key);
        var gap = expert.IsEmpty ? 0 : EvaluationStatistics.Mean(expert) - EvaluationStatistics.Mean(control);
        return new(stage, summary.Mean, summary.CiLow, summary.CiHigh, Share * Math.Max(0, gap));
    }

    public static ControlComparison Fields<TVisitor>(scoped ref TVisitor visitor, ControlComparison? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var stage = value?.Stage ?? "";
        var meanDifference = value?.MeanDifference ?? 0;
        var ciLow = value?.CiLow ?? 0;
        var ciHigh = value?.CiHigh ?? 0;
        var margin = value?.Margin ?? 0;
        visitor.Field(1, "stage", ref stage);
        visitor.Field(2, "mean_difference", ref meanDifference);
        visitor.Field(3, "ci_low", ref ciLow);
        visitor.Field(4, "ci_high", ref ciHigh);
        visitor.Field(5, "margin", ref margin);
        return TVisitor.Rebuilds ? new(stage, meanDifference, ciLow, ciHigh, margin) : value!;
    }
}
