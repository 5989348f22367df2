using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Reports;

/// <summary>A student held against the same student with a constant reward, over the same start states.</summary>
/// <param name="Difference">How much more the student scores than the control, which is its reference.</param>
/// <param name="Margin">
/// What the interval has to be above, ≥ 0: a tenth of what the control lacks to the expert. Less is no difference that
/// says anything.
/// </param>
public sealed record ControlComparison(PairedDifference Difference, double Margin) : IFields<ControlComparison>
{
    private const double Share = 0.1;

    public static TypeName Name => new("control-comparison", 1);

    /// <summary>Whether the control scores clearly lower, so that the student's score says something.</summary>
    public bool CanJudge => Difference.CiLow > Margin;

    /// <summary>Compares episode by episode.</summary>
    /// <param name="stage">The control's stage.</param>
    /// <param name="student">The student's episodes, n ≥ 1.</param>
    /// <param name="control">The control's, the same episodes.</param>
    /// <param name="expert">The expert's returns; empty where they are not known.</param>
    /// <param name="key">Source of the resampling.</param>
    /// <exception cref="ArgumentException">They are not the same episodes, or there are none.</exception>
    public static ControlComparison Of(
        string stage,
        EpisodeResults student,
        EpisodeResults control,
        ReadOnlySpan<double> expert,
        RngKey key
    )
    {
        var difference = EvaluationStatistics.Compare(stage, student, control, key);
        var gap = expert.IsEmpty
            ? 0
            : EvaluationStatistics.Mean(expert) - EvaluationStatistics.Mean(control.Returns.AsSpan());
        return new(difference, Share * Math.Max(0, gap));
    }

    public static ControlComparison Fields<TVisitor>(scoped ref TVisitor visitor, ControlComparison? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var difference = value?.Difference;
        var margin = value?.Margin ?? 0;
        visitor.Record(1, "difference", ref difference);
        visitor.Field(2, "margin", ref margin);
        return TVisitor.Rebuilds ? new(difference!, margin) : value!;
    }
}
