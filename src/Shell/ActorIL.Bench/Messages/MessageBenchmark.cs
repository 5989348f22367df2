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

    // The compiler comes back to code that is used a lot a tenth of a second later.
    private const int WarmUpCount = 3;

    /// <summary>Every workload on every host, the hosts in turns, medians after runs to warm up.</summary>
    /// <param name="repetitionCount">Timed runs of each, ≥ 1.</param>
    public static ImmutableArray<MessageRow> Run(int repetitionCount)
    {
        (string Name, Func<Behavior> Make)[] workloads =
        [
            ("ping-pong", static () => MessageWorkloads.PingPong(SmallMessageCount)),
            ("flood", static () => MessageWorkloads.Flood(SmallMessageCount)),
            ("work-20us", static () => MessageWorkloads.Crowd(WorkMessageCount, WorkMicroseconds)),
            ("fan-out", static () => MessageWorkloads.FanOut(WorkMessageCount, WorkMicroseconds)),
        ];
        return
        [
            // One behaviour for all hosts: how much work stands for so many microseconds is measured once.
            .. workloads.SelectMany(workload => Rows(workload.Name, workload.Make(), repetitionCount)),
        ];
    }

    private static IEnumerable<MessageRow> Rows(string workload, Behavior behavior, int repetitionCount)
    {
        (string Name, int WorkerCount, Func<MessageFigures> Measure)[] hosts =
        [
            ("simulation", 1, () => MessageWorkloads.Simulate(behavior)),
            ("parallel", 1, () => MessageWorkloads.Share(behavior, 1)),
            ("parallel", 2, () => MessageWorkloads.Share(behavior, 2)),
        ];
        var runs = Enumerable
            .Range(-WarmUpCount, repetitionCount + WarmUpCount)
            .Select(_ => hosts.Select(static host => host.Measure()).ToImmutableArray())
            .Skip(WarmUpCount)
            .ToImmutableArray();
        return hosts.Select(
            (host, i) =>
                new MessageRow(
                    workload,
                    host.Name,
                    host.WorkerCount,
                    Medians.Of(runs.Select(run => run[i].MessagesPerSecond)),
                    Medians.Of(runs.Select(run => run[i].ExtraBytesPerMessage)),
                    runs[0][i].Chain
                )
        );
    }
}
