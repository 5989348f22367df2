using System.Collections.Immutable;

namespace ActorIL.Reports.Figures;

/// <summary>Curves over two axes.</summary>
/// <param name="Id">Name of its file and anchor: lower-case letters, digits, dashes.</param>
/// <param name="Title">A few words.</param>
/// <param name="Caption">What it shows, and what the bands are.</param>
/// <param name="Horizontal">What is along.</param>
/// <param name="Vertical">What is up.</param>
/// <param name="Curves">In the order of the legend.</param>
public sealed record LineChart(
    string Id,
    string Title,
    string Caption,
    Axis Horizontal,
    Axis Vertical,
    ImmutableArray<Curve> Curves
);
