namespace ActorIL.Reports.Figures;

/// <summary>An axis of a chart.</summary>
/// <param name="Label">What is along it, with its unit.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal ratios; values must be above 0 then.</param>
/// <param name="HasZero">Whether 0 is on it, however far away the values are; for a linear axis.</param>
public sealed record Axis(string Label, bool IsLogarithmic = false, bool HasZero = false);
