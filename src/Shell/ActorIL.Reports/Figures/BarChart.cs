using System.Collections.Immutable;

namespace ActorIL.Reports.Figures;

/// <summary>Bars below each other, with intervals.</summary>
/// <param name="Id">Name of its file and anchor: lower-case letters, digits, dashes.</param>
/// <param name="Title">A few words.</param>
/// <param name="Caption">What it shows, and what the intervals are.</param>
/// <param name="Horizontal">What the lengths are.</param>
/// <param name="Bars">From the top.</param>
public sealed record BarChart(string Id, string Title, string Caption, Axis Horizontal, ImmutableArray<Bar> Bars);
