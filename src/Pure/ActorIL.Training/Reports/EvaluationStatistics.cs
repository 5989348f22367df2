using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Reports;

/// <summary>Summaries of independent episodes.</summary>
public static class EvaluationStatistics
{
    private const int ResampleCount = 1_000;
    private const double TailShare = 0.025;

    /// <summary>
    /// The same of everything a run of episodes scored; with rates where the environment has outcomes.
    /// </summary>
    /// <inheritdoc cref="Summarize(ReadOnlySpan{double}, RngKey)" path="/exception|/remarks" />
    /// <param name="results">Of independent episodes, at least one.</param>
    /// <param name="key">Source of the resampling.</param>
    public static EvaluationSummary Summarize(EpisodeResults results, RngKey key) =>
        Summarize(results.Returns.AsSpan(), key) with
        {
            Outcomes = results.Outcomes.IsEmpty ? null : OutcomeRates.Of(results.Outcomes.AsSpan()),
            Latching = results.Latching is { } latching ? LatchingSummary.Of(latching) : null,
            Recovery = results.Perturbed is { } perturbed ? RecoveryRates.Of(perturbed) : null,
        };

    /// <summary>Mean, spread, worst, and a 95 % interval of the mean over start states.</summary>
    /// <param name="returns">Returns of independent episodes, shape [n], n ≥ 1.</param>
    /// <param name="key">Source of the resampling.</param>
    /// <exception cref="ArgumentException">There are no episodes.</exception>
    /// <remarks>
    /// The interval is the percentile bootstrap of the mean with 1,000 resamples. Source: Efron 1979, "Bootstrap
    /// methods: another look at the jackknife". The standard deviation is the unbiased one.
    /// </remarks>
    public static EvaluationSummary Summarize(ReadOnlySpan<double> returns, RngKey key)
    {
        if (returns.IsEmpty)
        {
            throw new ArgumentException("There are no episodes to summarise.");
        }

        var (mean, minimum) = (Mean(returns), returns[0]);
        var squares = 0.0;
        foreach (var value in returns)
        {
            minimum = Math.Min(minimum, value);
            squares += (value - mean) * (value - mean);
        }

        var std = returns.Length > 1 ? Math.Sqrt(squares / (returns.Length - 1)) : 0;
        var (low, high) = std > 0 ? Interval(returns, key) : (mean, mean);
        return new(returns.Length, mean, std, minimum, low, high);
    }

    /// <summary>What is scored more than by a reference that met the same start states and noise.</summary>
    /// <param name="reference">The stage it is.</param>
    /// <param name="results">Of the policy.</param>
    /// <param name="referenceResults">Of the reference, the same episodes.</param>
    /// <param name="key">Source of the resampling.</param>
    /// <exception cref="ArgumentException">There are no episodes, or they are others.</exception>
    public static PairedDifference Compare(
        string reference,
        EpisodeResults results,
        EpisodeResults referenceResults,
        RngKey key
    )
    {
        if ((results.FirstEpisode, results.Count) != (referenceResults.FirstEpisode, referenceResults.Count))
        {
            throw new ArgumentException(
                $"{results.Count} episodes from {results.FirstEpisode} cannot be compared with "
                    + $"{referenceResults.Count} from {referenceResults.FirstEpisode}."
            );
        }

        var differences = results.Returns.Zip(referenceResults.Returns, static (own, other) => own - other);
        var summary = Summarize([.. differences], key);
        return new(reference, summary.Count, summary.Mean, summary.CiLow, summary.CiHigh);
    }

    internal static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static (double Low, double High) Interval(ReadOnlySpan<double> returns, RngKey key)
    {
        var means = new double[ResampleCount];
        for (var resample = 0; resample < ResampleCount; resample++)
        {
            var own = key.Fold((ulong)resample);
            var sum = 0.0;
            for (var i = 0; i < returns.Length; i += 2)
            {
                // Each block of random bits serves two draws.
                var (first, second) = own.Bits((ulong)i / 2);
                sum += returns[(int)Math.BigMul(first, (ulong)returns.Length, out _)];
                sum += i + 1 < returns.Length ? returns[(int)Math.BigMul(second, (ulong)returns.Length, out _)] : 0;
            }

            means[resample] = sum / returns.Length;
        }

        Array.Sort(means);
        return (means[(int)(TailShare * ResampleCount)], means[(int)((1 - TailShare) * ResampleCount) - 1]);
    }
}
