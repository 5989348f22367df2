using System.Collections.Immutable;
using System.Diagnostics;

namespace ActorIL.Bench.Measuring;

/// <summary>Times several pieces of work in turns, so that whatever drifts touches all of them alike.</summary>
public static class InterleavedTiming
{
    private const int WarmUpCount = 2;
    private const int CallCountMax = 1 << 24;

    /// <summary>One timing for each piece of work, in their order.</summary>
    /// <param name="plan">How often and how long.</param>
    /// <param name="workloads">At least one.</param>
    public static ImmutableArray<Timing> Measure(MeasuringPlan plan, params ImmutableArray<Workload> workloads)
    {
        WarmUp(plan, workloads);
        var callCounts = workloads.Select(workload => CallCount(workload, plan.SampleSeconds)).ToImmutableArray();
        var samples = workloads.Select(_ => ImmutableArray.CreateBuilder<double>(plan.RepetitionCount)).ToArray();
        for (var repetition = 0; repetition < plan.RepetitionCount; repetition++)
        {
            for (var i = 0; i < workloads.Length; i++)
            {
                samples[i].Add(Seconds(workloads[i].Run, callCounts[i]) / callCounts[i]);
            }
        }

        return [.. workloads.Zip(samples, static (workload, each) => new Timing(workload.Name, each.ToImmutable()))];
    }

    private static void WarmUp(MeasuringPlan plan, ImmutableArray<Workload> workloads)
    {
        var callCounts = workloads.Select(workload => CallCount(workload, plan.SampleSeconds)).ToImmutableArray();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < plan.WarmUpSeconds)
        {
            for (var i = 0; i < workloads.Length; i++)
            {
                Seconds(workloads[i].Run, callCounts[i]);
            }
        }
    }

    /// <summary>Calls that fill a sample; finding it out warms the work up.</summary>
    private static int CallCount(Workload workload, double sampleSeconds)
    {
        for (var i = 0; i < WarmUpCount; i++)
        {
            workload.Run();
        }

        var count = 1;
        var seconds = Seconds(workload.Run, count);
        while (seconds < sampleSeconds / 2 && count < CallCountMax)
        {
            count *= 2;
            seconds = Seconds(workload.Run, count);
        }

        return count;
    }

    private static double Seconds(Action run, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
