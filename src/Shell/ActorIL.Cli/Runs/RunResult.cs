using System.Collections.Immutable;
using System.Diagnostics;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Files;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>What a run came to, and how it is kept.</summary>
/// <param name="Run">What was asked for.</param>
/// <param name="Files">Where it is kept.</param>
/// <param name="Host">Who ran it.</param>
/// <param name="Report">What it found.</param>
/// <param name="TrainingTime">Of the expert's training alone.</param>
/// <param name="WallTime">Of everything.</param>
internal sealed record RunResult(
    BoundRun Run,
    RunFiles Files,
    RunHost Host,
    RunReport Report,
    TimeSpan TrainingTime,
    TimeSpan WallTime
)
{
    public RunSummary Summary()
    {
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Digest = Report.Digest(Host.Host.Chain).ToString(),
            ResultDigest = Report.ResultDigest.ToString(),
            WeightsDigest = Report.WeightsDigest.ToString(),
            Seed = Run.Plan.Seed,
            WorkerCount = Host.WorkerCount,
            Host = Host.Name,
            IsCompleted = Report.IsComplete,
            RunDirectory = Files.Paths.Folder,
            WallSeconds = WallTime.TotalSeconds,
            EnvironmentStepCount = Report.EnvironmentStepCount,
            TrainingStepsPerSecond = TrainingTime > TimeSpan.Zero ? TrainingSteps / TrainingTime.TotalSeconds : 0,
            PeakMemoryBytes = process.PeakWorkingSet64,
            Plugins = RecordedPlugins.Of(Run),
            Stages = Report.Stages,
        };
    }

    /// <summary>Writes policies and summary: the first thing the disk refuses, or nothing.</summary>
    public ImmutableArray<Error> Save(RunSummary summary) =>
        Report
            .Policies.Select((policy, index) => (Func<Result<string, Error>>)(() => Save(policy, index)))
            .Append(Files.Metrics.Close)
            .Append(() => AtomicFile.WriteText(Files.Paths.Summary, SummaryJson.Render(summary) + "\n"))
            .SelectMany(write => Problem(write()))
            .Take(1)
            .ToImmutableArray();

    private double TrainingSteps =>
        Report
            .Stages.Where(stage => stage.Algorithm == Run.Plan.Expert.Training?.Algorithm.AlgorithmName)
            .Select(stage => (double)stage.EnvironmentStepCount)
            .DefaultIfEmpty(0)
            .Max();

    private Result<string, Error> Save(NamedPolicy policy, int index) =>
        Files
            .Paths.Checkpoint(policy.Stage)
            .Then(path =>
                PolicyFile.Save(
                    path,
                    new SavedPolicy(
                        Run.Plan.Environment.Id,
                        policy.Stage,
                        index,
                        Run.Plan.Evaluation.Seed,
                        Run.Plan.Evaluation.EpisodeCount,
                        policy.Policy
                    )
                    {
                        Settings = Run.Plan.Environment.Settings,
                        Outside = Run.Plan.Environment.Outside?.ToString() ?? "",
                    }
                )
            );

    private static IEnumerable<Error> Problem(Result<string, Error> result) =>
        result.Match<IEnumerable<Error>>(_ => [], error => [error]);
}
