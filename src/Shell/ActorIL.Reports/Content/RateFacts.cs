namespace ActorIL.Reports.Content;

/// <summary>How many episodes, and their share with its 95 % Wilson interval, each in [0, 1].</summary>
public sealed record RateFacts(int Count, double Rate, double CiLow, double CiHigh);
