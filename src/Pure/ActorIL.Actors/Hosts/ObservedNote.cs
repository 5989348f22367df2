using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;

namespace ActorIL.Actors.Hosts;

/// <summary>A note and who wrote it, in the step of which delivery.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Ordinal">The delivery at hand; for a step that is none, the delivery that led to it.</param>
/// <param name="Note">What.</param>
public readonly record struct ObservedNote(ActorId Actor, long Ordinal, Note Note);
