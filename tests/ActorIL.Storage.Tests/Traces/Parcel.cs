namespace ActorIL.Storage.Tests.Traces;

/// <summary>A signal on its way.</summary>
/// <param name="To">The child it goes to.</param>
/// <param name="Signal">The signal.</param>
/// <param name="DelayTicks">Ticks until it arrives.</param>
internal sealed record Parcel(string To, Signal Signal, long DelayTicks = 0);
