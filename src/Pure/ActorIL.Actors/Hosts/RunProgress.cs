namespace ActorIL.Actors.Hosts;

/// <summary>Where a run stands between two rounds.</summary>
/// <param name="Tick">Virtual time of the round that ended.</param>
/// <param name="Micro">Its place within the tick.</param>
/// <param name="DeliveryCount">Application deliveries so far.</param>
public readonly record struct RunProgress(long Tick, int Micro, long DeliveryCount);
