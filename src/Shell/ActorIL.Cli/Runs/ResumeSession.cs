using System.Text.Json;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Reporting;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Runs;

/// <summary>Goes on with a run that was broken off, in its directory.</summary>
internal static class ResumeSession
{
    private const string WithoutCheckpoint = "Restore the file, or delete it to start the run from its beginning.";
    private const string WithoutTrace =
        "Restore the trace, or delete state.safetensors beside it to start the run from its beginning.";

    public static ExitCode Run(Terminal terminal, ResumeRequest request) =>
        RunDirectory
            .Open(request.Folder)
            .Match(
                directory =>
                {
                    using (directory)
                    {
                        return Finished(directory.Paths) is { } summary
                            ? Report(terminal, request, directory.Paths, summary)
                            : Resume(terminal, request, directory);
                    }
                },
                error => terminal.Fail(error)
            );

    /// <summary>The page of a run is its last file: one that was killed just before it gets it now.</summary>
    private static ExitCode Report(Terminal terminal, ResumeRequest request, RunPaths paths, string summary)
    {
        var errors = File.Exists(paths.Report) ? [] : ReportFiles.Write(paths, terminal);
        if (!errors.IsEmpty)
        {
            return terminal.Fail(errors);
        }

        if (request.IsJson)
        {
            terminal.WriteJson(summary.TrimEnd());
        }
        else
        {
            terminal.Out.Write($"{request.Folder}: the run is finished; there is nothing to resume.\n");
            terminal.Out.Flush();
        }

        return ExitCode.Success;
    }

    /// <summary>The summary of a run that came to its end; null for any other.</summary>
    private static string? Finished(RunPaths paths) =>
        TextFile.Read(paths.Summary).Match<string?>(text => SummaryJson.IsCompleted(text) ? text : null, _ => null);

    private static ExitCode Resume(Terminal terminal, ResumeRequest request, RunDirectory directory) =>
        RunBinding
            .Bind(
                new(directory.Paths.Config, request.Overrides, ConfigurationFiles.Read, terminal.Environment),
                terminal.Plugins,
                InputShelf.Of(directory.Paths)
            )
            .Match(
                run =>
                    Start(run, directory, terminal)
                        .Match(
                            start =>
                            {
                                using (start.Files)
                                {
                                    return RunSession.CarryAndClose(terminal, request.IsJson, start);
                                }
                            },
                            error => terminal.Fail(error)
                        ),
                errors => terminal.Fail(errors)
            );

    private static Result<RunStart, Error> Start(BoundRun run, RunDirectory directory, Terminal terminal) =>
        File.Exists(directory.Paths.State)
            ? FromCheckpoint(run, directory, terminal)
            : FromBeginning(run, directory, terminal);

    private static Result<RunStart, Error> FromCheckpoint(BoundRun run, RunDirectory directory, Terminal terminal) =>
        RunCheckpointFile
            .Load(directory.Paths.State)
            .MapError(StartAnew)
            .Then(checkpoint =>
                RunState
                    .Read(checkpoint, directory.Paths.State)
                    .MapError(StartAnew)
                    .Then(state => SameConfiguration(run, directory.Paths, state))
                    .Then(state => SamePlugins(run, directory.Paths, state, terminal.Plugins.AllowsMismatch))
                    .Then(state =>
                        RunJournal
                            .Resume(
                                run,
                                directory.Paths,
                                checkpoint,
                                state.Recorder,
                                TraceStamp.Resumption(checkpoint.Snapshot.Clock.DeliveryCount, terminal.Clock)
                            )
                            .MapError(error => error with { Remedy = WithoutTrace })
                            .Then(journal =>
                                RunFiles
                                    .Continue(directory, state.MetricsLength)
                                    .Map(files => new RunStart(
                                        Warned(run, state),
                                        files,
                                        new(checkpoint.Snapshot, Fork: null),
                                        state.Watched,
                                        journal
                                    )
                                    {
                                        ResumedAfter = checkpoint.Snapshot.Clock.DeliveryCount,
                                    })
                            )
                    )
            );

    /// <summary>
    /// Without a checkpoint everything is computed again; what the first attempt left is of no use. A fork begins with
    /// the snapshot that was kept for that.
    /// </summary>
    private static Result<RunStart, Error> FromBeginning(BoundRun run, RunDirectory directory, Terminal terminal) =>
        File.Exists(directory.Paths.Beginning)
            ? RunCheckpointFile
                .Load(directory.Paths.Beginning)
                .Then(beginning => ForkBeginning.Read(beginning, directory.Paths.Beginning))
                .Then(fork => FromBeginning(run, directory, terminal, fork))
            : FromBeginning(run, directory, terminal, fork: null);

    private static Result<RunStart, Error> FromBeginning(
        BoundRun run,
        RunDirectory directory,
        Terminal terminal,
        ForkBeginning? fork
    )
    {
        var kept = fork?.Parent.Ordinal ?? 0;
        var manifest = TraceStamp.Of(run, terminal.Clock) with
        {
            Resumptions = [TraceStamp.Resumption(kept, terminal.Clock)],
            Parent = fork?.Parent,
        };
        return RunFiles
            .Renew(directory, fork is not null)
            .Then(files => RunStart.Of(run, files, manifest, fork))
            .Map(start => start with { ResumedAfter = kept });
    }

    private static Result<RunState, Error> SamePlugins(BoundRun run, RunPaths paths, RunState state, bool allows) =>
        RecordedPlugins.Problems(paths.State, state.Plugins, RecordedPlugins.Of(run)) is [var problem, ..] && !allows
            ? Result.Failure<RunState, Error>(problem)
            : Result.Success<RunState, Error>(state);

    /// <summary>The same; a plug-in in another file is worth a line in the log.</summary>
    private static BoundRun Warned(BoundRun run, RunState state) =>
        run with
        {
            Warnings =
            [
                .. run.Warnings,
                .. RecordedPlugins
                    .Changed(state.Plugins, RecordedPlugins.Of(run))
                    .Select(changed => changed.ToString()),
            ],
        };

    private static Error StartAnew(Error error) => error with { Remedy = WithoutCheckpoint };

    private static Result<RunState, Error> SameConfiguration(BoundRun run, RunPaths paths, RunState state) =>
        state.SemanticHash == run.Configuration.SemanticHash
            ? Result.Success<RunState, Error>(state)
            : Result.Failure<RunState, Error>(
                new(
                    paths.Config,
                    $"a configuration of hash {run.Configuration.SemanticHash}",
                    $"the run's own, of hash {state.SemanticHash}",
                    "Restore the file; `actoril trace fork` goes on with another configuration."
                )
            );
}
