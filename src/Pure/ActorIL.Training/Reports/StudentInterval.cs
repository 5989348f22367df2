using System.Collections.Immutable;

namespace ActorIL.Training.Reports;

/// <summary>The 95 % interval of the mean of a few independent numbers, such as one for each seed.</summary>
/// <remarks>Source: Student 1908, "The probable error of a mean"; the quantiles are those of every table.</remarks>
public static class StudentInterval
{
    // 97.5 % quantiles of t with 1, 2, ... degrees of freedom.
    private static readonly ImmutableArray<double> Quantiles =
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

    /// <summary>Both ends; with more numbers than the table has it is a little too wide.</summary>
    /// <param name="values">Independent, shape [n], n ≥ 2.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static (double Low, double High) Of(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            throw new ArgumentException($"An interval takes at least 2 numbers, not {values.Length}.");
        }

        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        var (mean, squares) = (sum / values.Length, 0.0);
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var error = Math.Sqrt(squares / (values.Length - 1) / values.Length);
        var quantile = Quantiles[Math.Min(values.Length - 1, Quantiles.Length) - 1];
        return (mean - (quantile * error), mean + (quantile * error));
    }
}
