using ActorIL.Actors.Pipelines;
using ActorIL.Core.Fields;
using Akka;
using Akka.Streams.Dsl;

namespace ActorIL.Akka.Streams;

/// <summary>Our pipelines as flows of Akka.Streams.</summary>
public static class TransducerFlows
{
    /// <summary>A transducer as a flow: the same outputs, in the same order, however fast either side is.</summary>
    public static Flow<TIn, TOut, NotUsed> ToFlow<TState, TIn, TOut>(this ITransducer<TState, TIn, TOut> transducer)
        where TState : IFields<TState> => Flow.FromGraph(new TransducerStage<TState, TIn, TOut>(transducer));
}
