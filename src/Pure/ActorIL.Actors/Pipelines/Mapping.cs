using System.Collections.Immutable;

namespace ActorIL.Actors.Pipelines;

/// <summary>One output for each input.</summary>
public sealed record Mapping<TIn, TOut>(Func<TIn, TOut> Map) : ITransducer<Stateless, TIn, TOut>
{
    public Stateless Init() => default;

    public Emission<Stateless, TOut> Step(Stateless state, TIn item) => new(state, [Map(item)]);

    public ImmutableArray<TOut> Complete(Stateless state) => [];
}
