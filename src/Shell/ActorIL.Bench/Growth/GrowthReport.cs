using System.Collections.Immutable;

namespace ActorIL.Bench.Growth;

/// <summary>What the growth benchmark found.</summary>
/// <param name="Rows">Short trainings, then the parts of the long one.</param>
/// <param name="PeakGigaflops">Peak of one core in the same run, in 10⁹ floating-point operations a second.</param>
/// <param name="RepetitionCount">Runs behind each median; the long training runs once.</param>
public sealed record GrowthReport(ImmutableArray<GrowthRow> Rows, double PeakGigaflops, int RepetitionCount);
