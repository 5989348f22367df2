using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Probing;

/// <summary>Asks a host to look closely at one step, which changes nothing about the run.</summary>
/// <param name="Key">The key of the delivery whose step it is.</param>
public sealed record StepProbe(EnvelopeKey Key);
