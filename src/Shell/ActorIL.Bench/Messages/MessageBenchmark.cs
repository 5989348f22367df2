using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Bench.Measuring;

namespace ActorIL.Bench.Messages;

/// <summary>Messages a second and bytes a message of both hosts, hash chain included.</summary>
public static class MessageBenchmark
{
    private const long SmallMessageCount = 1_000_000;
    private const long WorkMessageCount = 20_000;
    private const double WorkMicroseconds = 20;

    /// <summary>Every workload on every host, medians over the repetitions after one run to warm up.</summary>
    /// <param name="repetitionCount">Timed runs of each, ≥ 1.</param>
    public static ImmutableArray<MessageRow> Run(int repetitionCount)
    {
        (string Name, Func<Behavior> Make)[] workloads =
        [
            ("ping-pong", static () => MessageWorkloads.PingPong(SmallMessageCount)),
            ("flood", static () => MessageWorkloads.Flood(SmallMessageCount)),
            ("fan-out", static () => MessageWorkloads.FanOut(WorkMessageCount, WorkMicroseconds)),
        ];
        return
        [
            .. workloads.SelectMany(workload =>
            {
                // One behaviour for all hosts: how much work stands for so many microseconds is measured once.
                var behavior = workload.Make();
                return new[]
                {
                    Row(workload.Name, "simulation", 1, repetitionCount, () => MessageWorkloads.Simulate(behavior)),
                    Row(workload.Name, "parallel", 1, repetitionCount, () => MessageWorkloads.Share(behavior, 1)),
                    Row(workload.Name, "parallel", 2, repetitionCount, () => MessageWorkloads.Share(behavior, 2)),
                };
            }),
        ];
    }

    private static MessageRow Row(
        string workload,
        string host,
        int workerCount,
        int repetitionCount,
        Func<MessageFigures> measure
    )
    {
        var first = measure();
        var figures = Enumerable.Range(0, repetitionCount).Select(_ => measure()).ToImmutableArray();
        return new(
            workload,
            host,
            workerCount,
            Medians.Of(figures.Select(figure => figure.MessagesPerSecond)),
            Medians.Of(figures.Select(figure => figure.ExtraBytesPerMessage)),
            first.Chain
        );
    }
}
