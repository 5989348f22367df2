using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;

namespace ActorIL.Actors.Execution;

/// <summary>The body of a Reconfigure envelope: what the receiver does from here on, and what has changed.</summary>
internal sealed record NewConfiguration(Behavior Behavior, ImmutableArray<string> ChangedKeys);
