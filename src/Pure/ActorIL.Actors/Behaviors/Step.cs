using System.Collections.Immutable;
using ActorIL.Actors.Effects;

namespace ActorIL.Actors.Behaviors;

/// <summary>What one step gives.</summary>
/// <param name="State">The next state.</param>
/// <param name="Effects">What it wants done, in order.</param>
public sealed record Step<TState>(TState State, ImmutableArray<Effect> Effects);
