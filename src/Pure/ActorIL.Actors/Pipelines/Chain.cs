using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>Two transducers in a row: what the first gives, the second takes.</summary>
public sealed record Chain<TFirst, TSecond, TIn, TMiddle, TOut>(
    ITransducer<TFirst, TIn, TMiddle> First,
    ITransducer<TSecond, TMiddle, TOut> Second
) : ITransducer<ChainState<TFirst, TSecond>, TIn, TOut>
    where TFirst : IFields<TFirst>
    where TSecond : IFields<TSecond>
{
    public ChainState<TFirst, TSecond> Init() => new(First.Init(), Second.Init());

    public Emission<ChainState<TFirst, TSecond>, TOut> Step(ChainState<TFirst, TSecond> state, TIn item)
    {
        var first = First.Step(state.First, item);
        var second = Second.StepAll(state.Second, first.Outputs);
        return new(new(first.State, second.State), second.Outputs);
    }

    /// <summary>The second takes what the first has left before it completes itself.</summary>
    public ImmutableArray<TOut> Complete(ChainState<TFirst, TSecond> state)
    {
        var last = Second.StepAll(state.Second, First.Complete(state.First));
        return last.Outputs.AddRange(Second.Complete(last.State));
    }
}
