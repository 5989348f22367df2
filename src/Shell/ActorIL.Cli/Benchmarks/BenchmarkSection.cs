using System.Text.Json;

namespace ActorIL.Cli.Benchmarks;

/// <summary>What one benchmark has in the file of results.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Notes">What its help says below the flags.</param>
/// <param name="Report">The object it printed.</param>
/// <param name="Figure">Name of its figure's file, in the same folder; null where it draws none.</param>
internal sealed record BenchmarkSection(
    string Name,
    string Description,
    string Notes,
    JsonElement Report,
    string? Figure
);
