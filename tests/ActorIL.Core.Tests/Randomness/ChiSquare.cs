namespace ActorIL.Core.Tests.Randomness;

/// <summary>Pearson's test that counts come from equally likely cells.</summary>
internal static class ChiSquare
{
    // A normal deviate this far out comes up once in a million; the seeds are fixed, so a green test stays green.
    private const double Deviate = 4.75;

    /// <summary>Fails when the counts are less, or more, even than chance makes them.</summary>
    public static void AssertUniform(ReadOnlySpan<int> counts)
    {
        var total = 0.0;
        foreach (var count in counts)
        {
            total += count;
        }

        var expected = total / counts.Length;
        var statistic = 0.0;
        foreach (var count in counts)
        {
            statistic += (count - expected) * (count - expected) / expected;
        }

        Assert.InRange(statistic, Quantile(counts.Length - 1, -Deviate), Quantile(counts.Length - 1, Deviate));
    }

    /// <summary>Wilson and Hilferty's approximation.</summary>
    private static double Quantile(int degreeCount, double deviate)
    {
        var variance = 2.0 / (9.0 * degreeCount);
        var root = Math.Max(0.0, 1.0 - variance + (deviate * Math.Sqrt(variance)));
        return degreeCount * root * root * root;
    }
}
