using System.Collections.Immutable;

namespace ActorIL.Actors.Pipelines;

/// <summary>Any number of outputs for each input, in order: minibatches of a batch, or a filter.</summary>
public sealed record Spreading<TIn, TOut>(Func<TIn, ImmutableArray<TOut>> Spread) : ITransducer<Stateless, TIn, TOut>
{
    public Stateless Init() => default;

    public Emission<Stateless, TOut> Step(Stateless state, TIn item) => new(state, Spread(item));

    public ImmutableArray<TOut> Complete(Stateless state) => [];
}
