namespace ActorIL.Training.Reports;

/// <summary>Intervals of a rate, good also where it is near 0 or 1 and where nothing at all was counted.</summary>
public static class WilsonInterval
{
    // The 97.5 % quantile of the standard normal distribution.
    private const double Quantile = 1.959963984540054;

    /// <summary>The 95 % score interval of a rate.</summary>
    /// <param name="count">Events k, 0 to n.</param>
    /// <param name="total">Independent trials n, ≥ 1.</param>
    /// <returns>Both ends, in [0, 1], with k / n between them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>
    /// Source: Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    /// Statistical Association 22, 1927; without continuity correction.
    /// </remarks>
    public static (double Low, double High) Of(int count, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        var (rate, square) = ((double)count / total, Quantile * Quantile);
        var scale = 1 + (square / total);
        var middle = (rate + (square / (2.0 * total))) / scale;
        var reach =
            Quantile / scale * Math.Sqrt((rate * (1 - rate) / total) + (square / (4.0 * total * (double)total)));

        // At the ends the two terms are equal but for rounding.
        return (count == 0 ? 0 : middle - reach, count == total ? 1 : middle + reach);
    }
}
