using System.Collections.Immutable;

namespace ActorIL.Actors.Pipelines;

/// <summary>What one step of a transducer gives.</summary>
/// <param name="State">The next state.</param>
/// <param name="Outputs">What came out, in order.</param>
public readonly record struct Emission<TState, TOut>(TState State, ImmutableArray<TOut> Outputs);
