using ActorIL.Actors.Behaviors;

namespace ActorIL.Actors.Effects;

/// <summary>The body of a Spawn: the child's name and what it does.</summary>
public sealed record SpawnRequest(string Name, Behavior Behavior);
