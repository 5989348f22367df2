using System.Collections.Immutable;

namespace ActorIL.Bench.Measuring;

/// <summary>The middle of some numbers.</summary>
internal static class Medians
{
    /// <summary>The median; of an even count the mean of the middle two.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToImmutableArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
