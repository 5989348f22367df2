using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Updates;
using ActorIL.Core.Prelude;
using ActorIL.Hosting;
using ActorIL.Training;
using ActorIL.Training.Plans;

namespace ActorIL.Bench.Growth;

/// <summary>One training of the growth benchmark, without a trace.</summary>
internal static class GrowthTraining
{
    private const double BytesPerMebibyte = 1 << 20;

    /// <summary>A row for each part of the training.</summary>
    /// <param name="run">What all trainings have in common.</param>
    /// <param name="training">Its expert's settings.</param>
    /// <param name="point">What this one has of its own.</param>
    /// <param name="partCount">Parts, ≥ 1.</param>
    /// <param name="peakGigaflops">Of one core.</param>
    public static Result<ImmutableArray<GrowthRow>, Error> Run(
        RunPlan run,
        ExpertPlan.Trained training,
        GrowthPoint point,
        int partCount,
        double peakGigaflops
    )
    {
        var ppo = training.Ppo with
        {
            EnvironmentCount = point.EnvironmentCount,
            HiddenSizes = [point.Width, point.Width],
            StepCount = point.StepCount,
        };
        var plan = run with { Expert = training with { Ppo = ppo } };
        var operationCount = PpoArithmetic.Sample(run.Environment.Module, ppo) * ppo.EpochCount;

        // What trainings before this one left goes back to the system, so that each starts alike.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var start = new MemorySample(0, 0, Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: true));
        return Watch(plan, ppo, point.WorkerCount, partCount)
            .Map(samples =>
                samples
                    .Zip(samples.Insert(0, start))
                    .Select(part => Row(point, start, part.Second, part.First, operationCount, peakGigaflops))
                    .ToImmutableArray()
            );
    }

    private static Result<ImmutableArray<MemorySample>, Error> Watch(
        RunPlan plan,
        PpoConfig ppo,
        int workerCount,
        int partCount
    )
    {
        var watch = new MemoryWatch((long)ppo.UpdateCount * ppo.RolloutSize, partCount);
        var settings = RunSystem.Settings(plan) with { Observers = [watch] };
        using var host = new ParallelHost(RunSystem.Root(plan), settings, workerCount);
        _ = host.Run();
        return RunSystem.Report(plan, host).Map(_ => watch.Samples);
    }

    private static GrowthRow Row(
        GrowthPoint point,
        MemorySample start,
        MemorySample before,
        MemorySample end,
        double operationCount,
        double peakGigaflops
    )
    {
        var rate = (end.StepCount - before.StepCount) / (end.Seconds - before.Seconds);
        return new(
            point with
            {
                StepCount = end.StepCount,
            },
            rate,
            rate,
            rate,
            rate * operationCount / (peakGigaflops * 1e9),
            (end.WorkingSetMost - start.WorkingSetMost) / BytesPerMebibyte,
            (end.HeapBytes - start.HeapBytes) / BytesPerMebibyte
        );
    }
}
