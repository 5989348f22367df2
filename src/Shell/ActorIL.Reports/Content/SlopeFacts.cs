namespace ActorIL.Reports.Content;

/// <summary>A slope on logarithmic axes with its 95 % interval; NaN where there is none.</summary>
public sealed record SlopeFacts(double Slope, double CiLow, double CiHigh);
