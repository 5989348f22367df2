using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Akka.Streams;
using ActorIL.Core.Fields;
using ActorIL.Testing;
using Akka.Actor;
using Akka.Streams;
using Akka.Streams.Dsl;
using FsCheck;
using FsCheck.Fluent;

namespace ActorIL.Akka.Tests;

/// <summary>A transducer gives the same in a stream as by itself.</summary>
public sealed class StreamLawTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create(
        "laws",
        "akka.loglevel = OFF, akka.stdout-loglevel = OFF"
    );
    private readonly ActorMaterializer _materializer;

    public StreamLawTests() => _materializer = _system.Materializer();

    public void Dispose()
    {
        _materializer.Dispose();
        _system.Terminate().Wait(TimeSpan.FromSeconds(10));
        _system.Dispose();
    }

    [Fact]
    public void A_batching_gives_the_same_whatever_is_between()
    {
        AssertSame(Transducers.Batch<Number>(3, static number => number.Value % 3));
    }

    [Fact]
    public void A_grouping_gives_the_same_whatever_is_between()
    {
        AssertSame(Transducers.Group<Number>(4));
    }

    [Fact]
    public void None_one_or_many_outputs_give_the_same_whatever_is_between()
    {
        AssertSame(
            Transducers.Spread<Number, Number>(static number => [.. Enumerable.Repeat(number, number.Value % 4)])
        );
    }

    [Fact]
    public void A_chain_gives_the_same_whatever_is_between()
    {
        AssertSame(
            Transducers
                .Group<Number>(3)
                .Then(
                    Transducers.Spread<ImmutableArray<Number>, Number>(static group =>
                        [.. group.Where(static number => number.Value % 2 == 0)]
                    )
                )
        );
    }

    [Fact]
    public void A_stage_keeps_nothing_from_one_run_to_the_next()
    {
        var flow = Transducers
            .Fold<Number, Number>(new(0), static (total, item) => new(total.Value + item.Value))
            .ToFlow();
        Assert.Equal([1, 3, 6], Run([new(1), new(2), new(3)], flow).Select(static number => number.Value));
        Assert.Equal([1, 3, 6], Run([new(1), new(2), new(3)], flow).Select(static number => number.Value));
    }

    [Fact]
    public async Task A_transducer_that_throws_fails_the_stream()
    {
        var flow = Transducers
            .Map<Number, Number>(static number => throw new InvalidOperationException($"no {number.Value}"))
            .ToFlow();
        var done = Source.Single(new Number(7)).Via(flow).RunWith(Sink.Seq<Number>(), _materializer);
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => done);
        Assert.Contains("no 7", fault.ToString(), StringComparison.Ordinal);
    }

    private void AssertSame<TState, TOut>(ITransducer<TState, Number, TOut> transducer)
        where TState : IFields<TState>
    {
        var inputs = Gen.Choose(0, 99).Select(static value => new Number(value)).ListOf();
        Law.Holds(
            Gen.Zip(inputs, Gen.Choose(0, 3)),
            drawn =>
            {
                ImmutableArray<Number> items = [.. drawn.Item1];
                var expected = Transducers.Run(transducer, items);
                var flow = transducer.ToFlow();
                var cut = drawn.Item2 switch
                {
                    0 => flow,
                    1 => Flow.Create<Number>().Async().Via(flow).Async(),
                    2 => Flow.Create<Number>().Buffer(2, OverflowStrategy.Backpressure).Via(flow),
                    _ => Flow.Create<Number>().Grouped(3).SelectMany(static group => group).Via(flow),
                };
                return Text(expected) == Text(Run(items, cut));
            },
            caseCount: 40
        );
    }

    private ImmutableArray<TOut> Run<TOut>(
        ImmutableArray<Number> items,
        Flow<Number, TOut, global::Akka.NotUsed> flow
    ) =>
        [
            .. Task.Run(() => Source.From(items).Via(flow).RunWith(Sink.Seq<TOut>(), _materializer))
                .WaitAsync(TimeSpan.FromSeconds(30))
                .GetAwaiter()
                .GetResult(),
        ];

    private static string Text<T>(ImmutableArray<T> outputs) =>
        string.Join(
            ';',
            outputs.Select(static output =>
                output is ImmutableArray<Number> group ? string.Join(',', group) : output!.ToString()
            )
        );
}
