using System.Diagnostics;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Hosting;

namespace ActorIL.Bench.Messages;

/// <summary>What messages cost: four ways of sending them, on either host.</summary>
public static class MessageWorkloads
{
    /// <summary>Two actors, one message on its way at a time.</summary>
    public static Behavior PingPong(long messageCount) => new PingPongBehavior(messageCount);

    /// <summary>One sender, one receiver, a thousand messages a tick.</summary>
    public static Behavior Flood(long messageCount) => new FloodBehavior(Math.Max(1, messageCount / 1_000), 1_000);

    /// <summary>Sixty-four receivers, each request with work of about so long, no answer with any.</summary>
    public static Behavior FanOut(long messageCount, double workMicroseconds) =>
        new FanOutBehavior(Math.Max(1, messageCount / 128), 64, WorkStepsFor(workMicroseconds));

    /// <summary>Sixty-four actors side by side; every message carries work that takes about so long.</summary>
    public static Behavior Crowd(long messageCount, double workMicroseconds) =>
        new CrowdBehavior(64, new BusyBehavior(Math.Max(1, messageCount / 64), WorkStepsFor(workMicroseconds)));

    /// <summary>Runs a workload on the calling thread.</summary>
    public static MessageFigures Simulate(Behavior workload) =>
        Measure(new SimulationHost(workload, new KernelSettings(1)));

    /// <summary>Runs a workload on several threads.</summary>
    public static MessageFigures Share(Behavior workload, int workerCount)
    {
        using var host = new ParallelHost(workload, new KernelSettings(1), workerCount);
        return Measure(host);
    }

    private static MessageFigures Measure(IActorHost host)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        host.Run(static _ => false);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var messageCount = host.Progress.DeliveryCount;
        var bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / messageCount;
        return new(messageCount, seconds, bytes - BenchMessage.ByteCount, host.Chain.ToString());
    }

    private static int WorkStepsFor(double microseconds)
    {
        const int SampleSteps = 2_000_000;
        WorkBehavior.Work(1, SampleSteps);
        var start = Stopwatch.GetTimestamp();
        WorkBehavior.Work(2, SampleSteps);
        var each = Stopwatch.GetElapsedTime(start).TotalMicroseconds / SampleSteps;
        return (int)(microseconds / each);
    }
}
