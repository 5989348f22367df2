using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>Makes, joins and runs transducers.</summary>
public static class Transducers
{
    /// <summary>One output for each input.</summary>
    public static Mapping<TIn, TOut> Map<TIn, TOut>(Func<TIn, TOut> map) => new(map);

    /// <summary>Any number of outputs for each input.</summary>
    public static Spreading<TIn, TOut> Spread<TIn, TOut>(Func<TIn, ImmutableArray<TOut>> spread) => new(spread);

    /// <summary>The running total after each input.</summary>
    public static Folding<TIn, TTotal> Fold<TIn, TTotal>(TTotal start, Func<TTotal, TIn, TTotal> fold)
        where TTotal : IFields<TTotal> => new(start, fold);

    /// <summary>Groups of exactly <paramref name="count"/> inputs, ≥ 1.</summary>
    public static Grouping<T> Group<T>(int count)
        where T : IFields<T> => new(count);

    /// <summary>
    /// Batches of one input from each of <paramref name="count"/> sources, in the order of the sources.
    /// </summary>
    public static OrderedBatching<T> Batch<T>(int count, Func<T, int> indexOf)
        where T : IFields<T> => new(count, indexOf);

    /// <summary>Lets <paramref name="second"/> take what <paramref name="first"/> gives.</summary>
    public static Chain<TFirst, TSecond, TIn, TMiddle, TOut> Then<TFirst, TSecond, TIn, TMiddle, TOut>(
        this ITransducer<TFirst, TIn, TMiddle> first,
        ITransducer<TSecond, TMiddle, TOut> second
    )
        where TFirst : IFields<TFirst>
        where TSecond : IFields<TSecond> => new(first, second);

    /// <summary>Steps through several inputs.</summary>
    public static Emission<TState, TOut> StepAll<TState, TIn, TOut>(
        this ITransducer<TState, TIn, TOut> transducer,
        TState state,
        ImmutableArray<TIn> items
    )
        where TState : IFields<TState>
    {
        if (items.Length == 1)
        {
            return transducer.Step(state, items[0]);
        }

        var outputs = ImmutableArray.CreateBuilder<TOut>();
        foreach (var item in items)
        {
            var emission = transducer.Step(state, item);
            state = emission.State;
            outputs.AddRange(emission.Outputs);
        }

        return new(state, outputs.ToImmutable());
    }

    /// <summary>All that a transducer makes of a whole stream, its end included.</summary>
    public static ImmutableArray<TOut> Run<TState, TIn, TOut>(
        this ITransducer<TState, TIn, TOut> transducer,
        ImmutableArray<TIn> items
    )
        where TState : IFields<TState>
    {
        var all = transducer.StepAll(transducer.Init(), items);
        return all.Outputs.AddRange(transducer.Complete(all.State));
    }
}
