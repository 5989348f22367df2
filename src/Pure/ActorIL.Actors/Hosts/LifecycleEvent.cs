using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Hosts;

/// <summary>Something that happened to an actor. In the lifecycle log, never in a digest.</summary>
/// <param name="Kind">What.</param>
/// <param name="Tick">When.</param>
/// <param name="Micro">When within the tick.</param>
/// <param name="Actor">To whom; for a dead letter, whom it was meant for.</param>
/// <param name="Detail">Why, in words; empty where the kind says it all.</param>
public readonly record struct LifecycleEvent(LifecycleKind Kind, long Tick, int Micro, ActorId Actor, string Detail);
