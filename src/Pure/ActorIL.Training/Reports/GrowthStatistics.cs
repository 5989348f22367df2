using System.Collections.Immutable;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Reports;

/// <summary>How costs grow with the horizon: slopes on logarithmic axes, with intervals.</summary>
public static class GrowthStatistics
{
    private const int ResampleCount = 1_000;
    private const double TailShare = 0.025;

    /// <summary>The growth of one student's cost, with intervals over episodes.</summary>
    /// <param name="horizons">Ascending, at least one, as the results have them.</param>
    /// <param name="expert">Of the expert on the same episodes.</param>
    /// <param name="student">Of the student.</param>
    /// <param name="key">Source of the resampling.</param>
    /// <exception cref="ArgumentException">The results are not of these horizons and of the same episodes.</exception>
    /// <remarks>
    /// Percentile bootstrap with 1,000 resamples of whole episodes: the costs up to two horizons of one episode are not
    /// independent, so they are drawn together.
    /// </remarks>
    public static ErrorGrowth Of(
        ImmutableArray<int> horizons,
        EpisodeResults expert,
        EpisodeResults student,
        RngKey key
    )
    {
        var count = student.Count;
        var isPaired = expert.Count == count && expert.FirstEpisode == student.FirstEpisode && count > 0;
        if (!isPaired || Math.Min(expert.PrefixReturns.Length, student.PrefixReturns.Length) != count * horizons.Length)
        {
            throw new ArgumentException("Growth is of the same episodes of expert and student, up to the same steps.");
        }

        var excess = new double[count * horizons.Length];
        for (var index = 0; index < excess.Length; index++)
        {
            excess[index] = expert.PrefixReturns[index] - student.PrefixReturns[index];
        }

        var means = Means(excess, horizons.Length);
        var resampled = Resampled(excess, horizons.Length, key);
        var slopes = resampled.Select(costs => Slope(horizons, costs)).ToArray();
        var (low, high) = Array.Exists(slopes, double.IsNaN) ? (double.NaN, double.NaN) : Interval(slopes);
        return new(
            [.. horizons.Select((_, index) => Cost(horizons, excess, means, resampled, index))],
            Slope(horizons, means),
            low,
            high
        );
    }

    /// <summary>The least-squares slope of log cost against log horizon.</summary>
    /// <param name="horizons">Each ≥ 1, ascending.</param>
    /// <param name="costs">As many.</param>
    /// <returns>NaN for fewer than two horizons, and where a cost is not above 0.</returns>
    public static double Slope(ImmutableArray<int> horizons, ReadOnlySpan<double> costs)
    {
        var (meanX, meanY) = (0.0, 0.0);
        for (var index = 0; index < horizons.Length; index++)
        {
            if (!(costs[index] > 0))
            {
                return double.NaN;
            }

            meanX += Elementary.Log((double)horizons[index]) / horizons.Length;
            meanY += Elementary.Log(costs[index]) / horizons.Length;
        }

        var (product, square) = (0.0, 0.0);
        for (var index = 0; index < horizons.Length; index++)
        {
            var x = Elementary.Log((double)horizons[index]) - meanX;
            product += x * (Elementary.Log(costs[index]) - meanY);
            square += x * x;
        }

        return horizons.Length > 1 ? product / square : double.NaN;
    }

    /// <summary>The slope of the mean cost of several students, with its 95 % interval over students.</summary>
    /// <param name="horizons">Ascending.</param>
    /// <param name="costs">The costs of each student, at least one.</param>
    /// <returns>NaN where a mean cost is not above 0, or one without one of the students.</returns>
    /// <remarks>
    /// Delete-one jackknife with Student's t: each student is a cluster whose mean cost has the noise of its training
    /// and of its episodes in it already, so that drawing episodes again would count theirs twice. Source: Efron,
    /// "The jackknife, the bootstrap and other resampling plans", 1982.
    /// </remarks>
    public static (double Slope, double CiLow, double CiHigh) Pooled(
        ImmutableArray<int> horizons,
        ImmutableArray<ImmutableArray<double>> costs
    )
    {
        var slope = Slope(horizons, MeanCosts(costs, horizons.Length));
        var half = JackknifeReach([
            .. costs.Select((_, index) => Slope(horizons, MeanCosts(costs.RemoveAt(index), horizons.Length))),
        ]);
        return (slope, slope - half, slope + half);
    }

    /// <summary>The mean of several students' costs, with its 95 % interval on a logarithmic axis.</summary>
    /// <param name="costs">One a student, at least one.</param>
    /// <returns>The mean alone, as both ends, where there is no interval above 0.</returns>
    /// <remarks>The jackknife of the logarithm of the mean, as for slopes: its ends are above 0.</remarks>
    public static (double Mean, double CiLow, double CiHigh) PooledMean(ImmutableArray<double> costs)
    {
        var mean = costs.Sum() / costs.Length;
        var without = costs.Select((_, index) => costs.RemoveAt(index).Sum() / (costs.Length - 1)).ToArray();
        if (costs.Length < 2 || without.Min() <= 0)
        {
            return (mean, mean, mean);
        }

        var half = JackknifeReach([.. without.Select(value => Elementary.Log(value))]);
        return (mean, mean * Elementary.Exp((float)-half), mean * Elementary.Exp((float)half));
    }

    /// <summary>Student's t times the delete-one error; NaN for fewer than two.</summary>
    private static double JackknifeReach(ImmutableArray<double> without)
    {
        if (without.Length < 2)
        {
            return double.NaN;
        }

        var mean = without.Sum() / without.Length;
        var squares = without.Sum(value => (value - mean) * (value - mean));
        var quantile = StudentQuantile.Of(without.Length - 1);
        return quantile * Math.Sqrt(squares * (without.Length - 1) / without.Length);
    }

    private static double[] MeanCosts(ImmutableArray<ImmutableArray<double>> costs, int horizonCount) =>
        [.. Enumerable.Range(0, horizonCount).Select(index => costs.Sum(own => own[index]) / costs.Length)];

    private static HorizonCost Cost(
        ImmutableArray<int> horizons,
        double[] excess,
        double[] means,
        double[][] resampled,
        int index
    )
    {
        var (low, high) = Interval([.. resampled.Select(costs => costs[index])]);
        var erred = 0;
        for (var at = index; at < excess.Length; at += horizons.Length)
        {
            erred += excess[at] > 0 ? 1 : 0;
        }

        var rate = RateSummary.Of(erred, excess.Length / horizons.Length);
        return new(horizons[index], means[index], low, high, rate);
    }

    private static (double Low, double High) Interval(double[] values)
    {
        Array.Sort(values);
        return (values[(int)(TailShare * ResampleCount)], values[(int)((1 - TailShare) * ResampleCount) - 1]);
    }

    private static double[] Means(double[] excess, int width)
    {
        var means = new double[width];
        for (var index = 0; index < excess.Length; index++)
        {
            means[index % width] += excess[index];
        }

        return Divided(means, excess.Length / width);
    }

    private static double[][] Resampled(double[] excess, int width, RngKey key)
    {
        var count = excess.Length / width;
        var resampled = new double[ResampleCount][];
        for (var resample = 0; resample < ResampleCount; resample++)
        {
            var own = key.Fold((ulong)resample);
            var sums = new double[width];
            for (var episode = 0; episode < count; episode += 2)
            {
                // Each block of random bits serves two draws.
                var (first, second) = own.Bits((ulong)episode / 2);
                Add(sums, excess, (int)Math.BigMul(first, (ulong)count, out _));
                if (episode + 1 < count)
                {
                    Add(sums, excess, (int)Math.BigMul(second, (ulong)count, out _));
                }
            }

            resampled[resample] = Divided(sums, count);
        }

        return resampled;
    }

    private static void Add(double[] sums, double[] excess, int episode)
    {
        for (var index = 0; index < sums.Length; index++)
        {
            sums[index] += excess[(episode * sums.Length) + index];
        }
    }

    private static double[] Divided(double[] sums, int count)
    {
        for (var index = 0; index < sums.Length; index++)
        {
            sums[index] /= count;
        }

        return sums;
    }
}
