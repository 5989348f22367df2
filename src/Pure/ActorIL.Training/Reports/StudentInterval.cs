namespace ActorIL.Training.Reports;

/// <summary>The 95 % interval of the mean of a few independent numbers, such as one for each seed.</summary>
public static class StudentInterval
{
    /// <summary>Both ends; above 31 numbers it is a little too wide.</summary>
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
        var quantile = StudentQuantile.Of(values.Length - 1);
        return (mean - (quantile * error), mean + (quantile * error));
    }
}
