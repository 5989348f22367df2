using System.Globalization;

namespace ActorIL.Training.Reports;

/// <summary>What a comparison with a control says, in words.</summary>
public static class ControlVerdict
{
    /// <summary>The rule, once for all verdicts.</summary>
    public const string Rule =
        "A task can judge a student if the same student with a constant reward scores clearly lower: the lower end\n"
        + "of the 95% interval of the paired difference over start states is above 0, and above a tenth of what the\n"
        + "control lacks to the expert.";

    /// <summary>One sentence.</summary>
    /// <param name="student">The student's stage.</param>
    /// <param name="control">The control's stage.</param>
    /// <param name="meanDifference">Mean of the student's return minus the control's.</param>
    /// <param name="ciLow">Lower end of its 95 % interval.</param>
    /// <param name="ciHigh">Upper end of the interval.</param>
    /// <param name="canJudge">Whether the control scores clearly lower.</param>
    public static string Of(
        string student,
        string control,
        double meanDifference,
        double ciLow,
        double ciHigh,
        bool canJudge
    )
    {
        var difference = string.Create(
            CultureInfo.InvariantCulture,
            $"{meanDifference:+0.0;-0.0;0.0} [{ciLow:F1}, {ciHigh:F1}]"
        );
        return canJudge
            ? $"{student}: the task can judge: {control} scores lower (difference {difference})."
            : $"{student}: the task cannot judge: a constant reward scores as well (difference {difference}).";
    }
}
