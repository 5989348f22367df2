using System.Collections.Immutable;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Reporting;

/// <summary>Reads what a run left in its directory.</summary>
internal static class RunReading
{
    /// <summary>The plan, from the configuration in the directory.</summary>
    public static Result<BoundRun, ImmutableArray<Error>> Plan(RunPaths paths, Terminal terminal) =>
        !File.Exists(paths.Config)
            ? Result.Failure<BoundRun, ImmutableArray<Error>>([NoRun(paths)])
            : RunBinding.Understand(
                new(paths.Config, [], ConfigurationFiles.Read, terminal.Environment),
                terminal.Plugins,
                isRecorded: true
            );

    private static Error NoRun(RunPaths paths) =>
        new(
            paths.Folder,
            Directory.Exists(paths.Folder) ? $"no {Path.GetFileName(paths.Config)} in it"
                : File.Exists(paths.Folder) ? "a file"
                : "no such folder",
            "a run directory",
            "Name the folder that a run printed."
        );

    /// <summary>What is reported of a run.</summary>
    public static Result<RunFacts, Error> Facts(RunPaths paths, BoundRun run) =>
        TextFile
            .Read(paths.Config)
            .Then(configuration =>
                MetricsReading
                    .Read(paths.Metrics)
                    .Map(metrics => new RunFacts
                    {
                        EnvironmentId = run.Plan.Environment.Id,
                        Seed = run.Plan.Seed,
                        Configuration = configuration,
                        Metrics = metrics,
                    })
            )
            .Then(facts => Summary(paths).Map(summary => facts with { Summary = summary }));

    /// <summary>The summary; null for a run that was killed and has none.</summary>
    private static Result<RunSummaryFacts?, Error> Summary(RunPaths paths) =>
        File.Exists(paths.Summary)
            ? TextFile
                .Read(paths.Summary)
                .Then(text => SummaryReading.Read(paths.Summary, text))
                .Map<RunSummaryFacts?>(summary => summary)
            : Result.Success<RunSummaryFacts?, Error>(null);
}
