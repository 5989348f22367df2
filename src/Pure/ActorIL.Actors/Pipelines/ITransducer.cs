using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>
/// A pure machine from a stream of inputs to a stream of outputs. It holds nothing: its state is data that an actor
/// keeps in its own, so that a pipeline is checkpointed, restarted and traced with its actor.
/// </summary>
/// <remarks>The same inputs give the same outputs, however they are cut into messages.</remarks>
public interface ITransducer<TState, in TIn, TOut>
    where TState : IFields<TState>
{
    /// <summary>The state before the first input.</summary>
    TState Init();

    /// <summary>What one input gives: none, one or many outputs.</summary>
    Emission<TState, TOut> Step(TState state, TIn item);

    /// <summary>What is left when no input follows.</summary>
    ImmutableArray<TOut> Complete(TState state);
}
