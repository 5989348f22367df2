namespace ActorIL.Reports.Content;

/// <summary>How good a student is to become: a mean return at least, or a share of failures at most.</summary>
/// <param name="IsFailure">Whether it is about failures.</param>
/// <param name="Value">The return, or the share.</param>
public sealed record LabelTarget(bool IsFailure, double Value)
{
    /// <summary>The metric of a target that is about failures.</summary>
    public const string FailureMetric = "validation_failure";

    /// <summary>The metric of validations it looks at.</summary>
    public string Metric => IsFailure ? FailureMetric : "validation_return";

    public bool IsReached(double value) => IsFailure ? value <= Value : value >= Value;
}
