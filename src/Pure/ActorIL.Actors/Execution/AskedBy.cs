using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Execution;

/// <summary>An ask that an actor has taken and not answered.</summary>
internal readonly record struct AskedBy(ActorId Asker, long Number);
