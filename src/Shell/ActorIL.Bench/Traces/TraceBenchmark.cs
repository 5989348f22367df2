using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hosting;
using ActorIL.Storage.Traces;
using ActorIL.Training;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;

namespace ActorIL.Bench.Traces;

/// <summary>Training throughput with a trace of each level against none, in interleaved pairs.</summary>
public static class TraceBenchmark
{
    private const long TickNanoseconds = 20_000_000;

    private static readonly ImmutableArray<TraceLevel> Levels =
    [
        TraceLevel.Seed,
        TraceLevel.Keys,
        TraceLevel.Actions,
        TraceLevel.Full,
    ];

    /// <summary>One row a level, from pairs of runs after one to warm up.</summary>
    /// <param name="run">The training: an expert by PPO.</param>
    /// <param name="workerCount">Worker threads of the parallel host, ≥ 1.</param>
    /// <param name="repetitionCount">Pairs of each level, ≥ 1.</param>
    public static Result<ImmutableArray<TraceRow>, Error> Run(BoundRun run, int workerCount, int repetitionCount)
    {
        var folder = Directory.CreateTempSubdirectory("actoril-bench-");
        try
        {
            return Measure(run, workerCount, repetitionCount, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Result<ImmutableArray<TraceRow>, Error> Measure(
        BoundRun run,
        int workerCount,
        int repetitionCount,
        string folder
    )
    {
        var rows = ImmutableArray.CreateBuilder<TraceRow>();
        var warm = Train(run, TraceLevel.Actions, workerCount, folder);
        foreach (var level in Levels)
        {
            var pairs = new List<(TraceRun Off, TraceRun On)>();
            for (var i = 0; i < repetitionCount && warm.Match(_ => true, _ => false); i++)
            {
                // First one, then the other goes first: whatever drifts touches both alike.
                var first = Train(run, i % 2 == 0 ? TraceLevel.Off : level, workerCount, folder);
                var second = Train(run, i % 2 == 0 ? level : TraceLevel.Off, workerCount, folder);
                warm = first.Then(one =>
                    second.Map(other =>
                    {
                        pairs.Add(i % 2 == 0 ? (one, other) : (other, one));
                        return other;
                    })
                );
            }

            if (pairs.Count == repetitionCount)
            {
                rows.Add(Row(level, Steps(run.Plan), pairs));
            }
        }

        return warm.Map(_ => rows.ToImmutable());
    }

    private static TraceRow Row(TraceLevel level, long steps, List<(TraceRun Off, TraceRun On)> pairs)
    {
        var shares = pairs.Select(pair => pair.Off.Seconds / pair.On.Seconds).Order().ToImmutableArray();
        return new(
            level,
            steps / Median([.. pairs.Select(pair => pair.On.Seconds).Order()]),
            Median(shares),
            shares[0],
            shares[^1],
            (double)pairs[0].On.ByteCount / steps,
            pairs.Sum(pair => pair.On.StallCount)
        );
    }

    private static Result<TraceRun, Error> Train(BoundRun run, TraceLevel level, int workerCount, string folder)
    {
        var path = Path.Combine(folder, "trace.mcap");
        File.Delete(path);
        if (level == TraceLevel.Off)
        {
            return Result.Success<TraceRun, Error>(Train(run.Plan, new QuietObserver(), workerCount, () => { }));
        }

        var recording = new TraceRecording(level, TickNanoseconds, UpdateBoundaries.NameOf);
        return OpenTrace
            .Begin(path, Manifest(run, level), beginning: null, recording)
            .Then(trace =>
            {
                using (trace)
                {
                    var closed = Result.Success<string, Error>("");
                    var timed = Train(
                        run.Plan,
                        trace.Recorder,
                        workerCount,
                        () =>
                        {
                            trace.Recorder.End(new("completed", 0, 0, 0, "", ""));
                            closed = trace.Close();
                        }
                    );
                    return closed.Map(_ =>
                        timed with
                        {
                            ByteCount = new FileInfo(path).Length,
                            StallCount = trace.File.StallCount,
                        }
                    );
                }
            });
    }

    private static TraceRun Train(RunPlan plan, IRunObserver observer, int workerCount, Action end)
    {
        var settings = RunSystem.Settings(plan) with { Observers = [observer] };
        using var host = new ParallelHost(RunSystem.Root(plan), settings, workerCount);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        _ = host.Run();
        end();
        return new(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 0);
    }

    private static long Steps(RunPlan plan) =>
        plan.Expert.Training is { Ppo: var ppo } ? (long)ppo.UpdateCount * ppo.RolloutSteps * ppo.EnvironmentCount : 1;

    private static double Median(ImmutableArray<double> sorted) =>
        (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static TraceManifest Manifest(BoundRun run, TraceLevel level) =>
        new()
        {
            FormatVersion = TraceManifest.FormatVersionNow,
            Seed = run.Plan.Seed,
            Level = level,
            Configuration = run.Configuration.Text,
            SemanticHash = run.Configuration.SemanticHash,
            Environment = run.Plan.Environment.Id,
            TickNanoseconds = TickNanoseconds,
            Behaviors = RunVersions.Behaviors,
            Messages = RunVersions.Messages,
            NumericProbe = "",
            CodeVersion = "",
            Commit = "",
            Host = "parallel",
            Workers = 1,
            StartedAt = "",
            Resumptions = [],
            Parent = null,
        };
}
