namespace ActorIL.Algorithms.Ppo;

/// <summary>How much of the returns' variance the critic predicts.</summary>
public static class ExplainedVariance
{
    /// <summary>
    /// 1 − Var(R − V) / Var(R): 1 is perfect, 0 as good as a constant; 0 where the returns do not vary.
    /// </summary>
    /// <param name="values">V, shape [n].</param>
    /// <param name="returns">R, shape [n].</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    /// <remarks>Source: the usual diagnostic of critics; population variances, sums in double and in order.</remarks>
    public static double Of(ReadOnlySpan<float> values, ReadOnlySpan<float> returns)
    {
        if (values.Length != returns.Length)
        {
            throw new ArgumentException(
                $"values has {values.Length} numbers and returns {returns.Length}; they must agree."
            );
        }

        var (returnMean, errorMean) = (0.0, 0.0);
        for (var i = 0; i < returns.Length; i++)
        {
            returnMean += returns[i];
            errorMean += (double)returns[i] - values[i];
        }

        (returnMean, errorMean) = (returnMean / returns.Length, errorMean / returns.Length);
        var (returnSpread, errorSpread) = (0.0, 0.0);
        for (var i = 0; i < returns.Length; i++)
        {
            var (distance, error) = (returns[i] - returnMean, (double)returns[i] - values[i] - errorMean);
            returnSpread += distance * distance;
            errorSpread += error * error;
        }

        return returnSpread > 0 ? 1 - (errorSpread / returnSpread) : 0;
    }
}
