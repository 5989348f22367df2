namespace ActorIL.Reports.Content;

/// <summary>A share of episodes with its 95 % Wilson interval, each in [0, 1].</summary>
public sealed record RateFacts(double Rate, double CiLow, double CiHigh);
