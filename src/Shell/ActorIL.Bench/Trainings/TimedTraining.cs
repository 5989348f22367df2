using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hosting;
using ActorIL.Storage.Traces;
using ActorIL.Training;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ActorIL.Bench.Trainings;

/// <summary>Runs a whole training, with a trace or without.</summary>
internal static class TimedTraining
{
    /// <summary>The mean return of CartPole-v1 that counts as solved.</summary>
    public const double ScoreWanted = 475;

    private const long TickNanoseconds = 20_000_000;

    /// <summary>The run on worker threads; its trace, if there is one, replaces the last one.</summary>
    /// <param name="run">An expert by PPO.</param>
    /// <param name="level">What is recorded.</param>
    /// <param name="workerCount">Worker threads, ≥ 1.</param>
    /// <param name="folder">Where the trace goes.</param>
    /// <param name="watcher">One more observer; null for none.</param>
    public static Result<TimedRun, Error> Run(
        BoundRun run,
        TraceLevel level,
        int workerCount,
        string folder,
        IRunObserver? watcher = null
    )
    {
        IEnumerable<IRunObserver> watchers = watcher is null ? [] : [watcher];
        var path = Path.Combine(folder, "trace.mcap");
        File.Delete(path);
        if (level == TraceLevel.Off)
        {
            return Train(run.Plan, watchers, workerCount, static () => { });
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
                        [trace.Recorder, .. watchers],
                        workerCount,
                        () =>
                        {
                            trace.Recorder.End(new("completed", 0, 0, 0, "", ""));
                            closed = trace.Close();
                        }
                    );
                    return closed.Then(_ =>
                        timed.Map(one =>
                            one with
                            {
                                ByteCount = new FileInfo(path).Length,
                                StallCount = trace.File.StallCount,
                            }
                        )
                    );
                }
            });
    }

    /// <summary>Environment steps of the training, rounded up to whole rollouts; 1 where nobody trains.</summary>
    public static long Steps(RunPlan plan) =>
        plan.Expert.Training is { Ppo: var ppo } ? (long)ppo.UpdateCount * ppo.RolloutSteps * ppo.EnvironmentCount : 1;

    private static Result<TimedRun, Error> Train(
        RunPlan plan,
        IEnumerable<IRunObserver> observers,
        int workerCount,
        Action end
    )
    {
        var clock = new LearnerClock(ScoreWanted);
        var settings = RunSystem.Settings(plan) with { Observers = [.. observers, clock] };
        using var host = new ParallelHost(RunSystem.Root(plan), settings, workerCount);
        var start = Stopwatch.GetTimestamp();
        _ = host.Run();
        end();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return RunSystem
            .Report(plan, host)
            .Map(report => new TimedRun(seconds, clock.Seconds, clock.Reached, 0, 0, report));
    }

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
