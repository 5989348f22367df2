using System.Collections.Immutable;

namespace ActorIL.Reports.Figures;

/// <summary>One curve of a chart.</summary>
/// <param name="Name">As the legend shows it.</param>
/// <param name="Points">By ascending X.</param>
/// <param name="Ink">Which colour and dash, from 0; the same name should have the same everywhere.</param>
/// <param name="IsReference">Whether it is a level to compare with: drawn over the whole width, dashed.</param>
public sealed record Curve(string Name, ImmutableArray<ChartPoint> Points, int Ink, bool IsReference = false);
