using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;

namespace ActorIL.Actors.Snapshots;

/// <summary>How a run goes on otherwise than it began, from a snapshot.</summary>
/// <param name="Root">The root's behaviour from here on; what the others do follows from it.</param>
/// <param name="ChangedKeys">The keys that have changed, as the actors concerned are told.</param>
public sealed record Reconfiguration(Behavior Root, ImmutableArray<string> ChangedKeys);
