using System.Collections.Immutable;

namespace ActorIL.Training.Reports;

/// <summary>Quantiles of Student's t.</summary>
/// <remarks>Source: Student 1908, "The probable error of a mean"; the numbers are those of every table.</remarks>
public static class StudentQuantile
{
    private static readonly ImmutableArray<double> Values =
    [
        12.706,
        4.303,
        3.182,
        2.776,
        2.571,
        2.447,
        2.365,
        2.306,
        2.262,
        2.228,
        2.201,
        2.179,
        2.160,
        2.145,
        2.131,
        2.120,
        2.110,
        2.101,
        2.093,
        2.086,
        2.080,
        2.074,
        2.069,
        2.064,
        2.060,
        2.056,
        2.052,
        2.048,
        2.045,
        2.042,
    ];

    /// <summary>At 97.5 %, so that both ends of an interval leave out 5 %.</summary>
    /// <param name="degreesOfFreedom">At least 1; above 30 that of 30 stands, a little too wide.</param>
    public static double Of(int degreesOfFreedom) => Values[Math.Min(degreesOfFreedom, Values.Length) - 1];
}
