using System.Globalization;

namespace ActorIL.Cli.Sweeps;

/// <summary>One run of a sweep.</summary>
/// <param name="Variant">Of the file; null for the file as it is.</param>
/// <param name="Seed">The run's seed.</param>
internal readonly record struct SweepArm(string? Variant, ulong Seed)
{
    /// <summary>Its folder below the sweep's.</summary>
    public string Folder => Path.Combine(Variant ?? "", string.Create(CultureInfo.InvariantCulture, $"seed-{Seed}"));

    /// <summary>What progress calls it.</summary>
    public string Name =>
        (Variant is null ? "" : $"{Variant}, ") + string.Create(CultureInfo.InvariantCulture, $"seed {Seed}");
}
