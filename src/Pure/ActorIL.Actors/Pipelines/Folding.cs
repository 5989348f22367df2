using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>A running total: for each input the total so far, as in aggregating a dataset.</summary>
public sealed record Folding<TIn, TTotal>(TTotal Start, Func<TTotal, TIn, TTotal> Fold)
    : ITransducer<TTotal, TIn, TTotal>
    where TTotal : IFields<TTotal>
{
    public TTotal Init() => Start;

    public Emission<TTotal, TTotal> Step(TTotal state, TIn item)
    {
        var next = Fold(state, item);
        return new(next, [next]);
    }

    public ImmutableArray<TTotal> Complete(TTotal state) => [];
}
