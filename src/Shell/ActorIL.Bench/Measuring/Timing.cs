using System.Collections.Immutable;

namespace ActorIL.Bench.Measuring;

/// <summary>How long a piece of work took.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Seconds">Seconds a call, one for each repetition, in their order.</param>
public sealed record Timing(string Name, ImmutableArray<double> Seconds)
{
    public double Median => Medians.Of(Seconds);

    /// <summary>The same in another unit: each repetition's seconds through <paramref name="unit"/>.</summary>
    public Timing Select(string name, Func<double, double> unit) => new(name, [.. Seconds.Select(unit)]);

    /// <summary>What this took beyond <paramref name="part"/> in the same repetition, never below 0.</summary>
    public Timing Beyond(Timing part) =>
        new(Name, [.. Seconds.Zip(part.Seconds, static (whole, some) => Math.Max(0, whole - some))]);
}
