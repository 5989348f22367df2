using System.Collections.Immutable;

namespace ActorIL.Bench.Measuring;

/// <summary>What a benchmark found on this machine.</summary>
/// <param name="Name">The benchmark.</param>
/// <param name="Figures">In the order they are shown.</param>
/// <param name="PeakGigaflops">Peak of one core in the same run, in 10⁹ floating-point operations a second.</param>
/// <param name="ShareOfPeak">
/// Share of the peak that the main figure reaches; null where arithmetic does not bound it.
/// </param>
/// <param name="RepetitionCount">Samples behind each median.</param>
public sealed record BenchmarkReport(
    string Name,
    ImmutableArray<Figure> Figures,
    double PeakGigaflops,
    double? ShareOfPeak,
    int RepetitionCount
);
