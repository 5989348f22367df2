using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Execution;

/// <summary>A watch, on the side of the watched.</summary>
internal readonly record struct Watcher(ActorId Id, long Number);
