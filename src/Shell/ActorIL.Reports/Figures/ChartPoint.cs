namespace ActorIL.Reports.Figures;

/// <summary>A point of a curve.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis: the value, or the mean of several.</param>
/// <param name="Low">Lower end of its band; equal to <paramref name="Y"/> where there is none.</param>
/// <param name="High">Upper end of its band.</param>
public readonly record struct ChartPoint(double X, double Y, double Low, double High);
