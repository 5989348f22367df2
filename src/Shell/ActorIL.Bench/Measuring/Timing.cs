using System.Collections.Immutable;

namespace ActorIL.Bench.Measuring;

/// <summary>How long a piece of work took.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Seconds">Seconds a call, one for each repetition, in their order.</param>
public sealed record Timing(string Name, ImmutableArray<double> Seconds)
{
    private const double SecondsMin = 1e-9;

    public double Median => Medians.Of(Seconds);

    /// <summary>The same in another unit: each repetition's seconds through <paramref name="unit"/>.</summary>
    public Timing Select(string name, Func<double, double> unit) => new(name, [.. Seconds.Select(unit)]);

    /// <summary>
    /// What this took beyond the median of <paramref name="part"/>: both are disturbed by other things, so never less
    /// than a nanosecond.
    /// </summary>
    public Timing Beyond(Timing part)
    {
        var median = part.Median;
        return Select(Name, seconds => Math.Max(SecondsMin, seconds - median));
    }
}
