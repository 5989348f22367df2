using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Externals;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Logging;
using ActorIL.Cli.Progress;
using ActorIL.Cli.Reporting;
using ActorIL.Cli.Signals;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments;
using ActorIL.External.Pool;
using ActorIL.Storage.Runs;
using ActorIL.Training;
using Serilog.Core;

namespace ActorIL.Cli.Runs;

/// <summary>One run, from what was typed to the run directory.</summary>
internal static class RunSession
{
    public static ExitCode Run(Terminal terminal, RunRequest request)
    {
        return RunBinding
            .Bind(request.Layers(terminal), terminal.Plugins, InputShelf.None)
            .Match(
                run => Run(terminal, request.IsJson, request.File, run, static _ => { }),
                errors => terminal.Fail(errors)
            );
    }

    /// <summary>A run that was understood, from its beginning.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="isJson">Whether the output is for a program.</param>
    /// <param name="name">What a new run directory is called after.</param>
    /// <param name="run">The run.</param>
    /// <param name="claimed">Is told the run directory.</param>
    public static ExitCode Run(Terminal terminal, bool isJson, string name, BoundRun run, Action<RunPaths> claimed) =>
        RunFiles
            .Create(name, run)
            .Match(
                files =>
                {
                    using (files)
                    {
                        return RunStart
                            .New(run, files, terminal)
                            .Match(
                                start =>
                                {
                                    claimed(files.Paths);
                                    return CarryAndClose(terminal, isJson, start);
                                },
                                error =>
                                {
                                    files.Abandon();
                                    return terminal.Fail(error);
                                }
                            );
                    }
                },
                error => terminal.Fail(error)
            );

    /// <summary>Carries a run out, or what is left of it, in its directory.</summary>
    public static ExitCode Carry(Terminal terminal, bool isJson, RunStart start)
    {
        using var signals = new StopSignals(code => Environment.Exit((int)code));
        var startedAt = terminal.Clock.GetTimestamp();
        var view = RunViews.Of(terminal, isJson, start.Run.Settings);
        using var log = RunLog.Open(terminal, start.Files.Paths, start.Run.Settings.LogLevel, view.Line);
        var keeper = new DemonstrationKeeper(start.Run, start.Files.Paths);
        using var pool = ExternalMeeting.Pool(start.Run);
        if (Refusal(pool, log.Logger) is { } refusal)
        {
            return terminal.Fail(refusal);
        }

        var watcher = new RunWatcher(start.Files.Metrics, log.Logger, terminal.Clock, start.Watched);
        return RunHost
            .Start(
                start.Run,
                start.Origin,
                kernel =>
                    kernel with
                    {
                        Observers = [start.Journal, keeper, watcher],
                        Interpreter = pool is null ? kernel.Interpreter : pool.Perform,
                    }
            )
            .Match(
                host =>
                {
                    using (host)
                    {
                        Announce(log.Logger, start, host);
                        keeper.Recall(host.Host);
                        using var watchdog = RunGuard.Start(terminal, start, host);
                        var drive = new RunDrive(start, host, keeper, watcher, signals, log.Logger);
                        var outcome = view.Watch(start.Watched.Status, drive.Run);
                        var wallTime = terminal.Clock.GetElapsedTime(startedAt);
                        return RunSystem
                            .Report(start.Run.Plan, host.Host)
                            .Match(
                                report =>
                                    Finish(
                                        terminal,
                                        isJson,
                                        new RunResult(
                                            start.Run,
                                            start.Files,
                                            host,
                                            report,
                                            watcher.TrainingTime,
                                            wallTime
                                        ),
                                        start.Journal,
                                        drive.Errors(outcome).AddRange(start.Journal.End(outcome, host.Host, report)),
                                        signals.Requested
                                    ),
                                error => terminal.Fail([.. drive.Errors(outcome), error])
                            );
                    }
                },
                error => terminal.Fail(error)
            );
    }

    /// <summary>
    /// Why a run cannot go on with the program it has: it serves another environment. One that cannot be started may
    /// not be needed any more.
    /// </summary>
    private static Error? Refusal(ExternalPool? pool, Logger log)
    {
        var (problem, isOther) = pool?.Prepare() ?? (null, false);
        if (problem is not null && !isOther)
        {
            log.Warning("{Problem:l}", problem.ToString());
        }

        return isOther ? problem : null;
    }

    /// <summary>The same, and lets go of the trace.</summary>
    public static ExitCode CarryAndClose(Terminal terminal, bool isJson, RunStart start)
    {
        using (start.Journal)
        {
            return Carry(terminal, isJson, start);
        }
    }

    private static ExitCode Finish(
        Terminal terminal,
        bool isJson,
        RunResult result,
        RunJournal journal,
        ImmutableArray<Error> errors,
        ExitCode requested
    )
    {
        var summary = result.Summary();
        var problems = errors.AddRange(result.Save(summary));
        if (problems.IsEmpty && result.Report.IsComplete)
        {
            journal.DeleteCheckpoint();
        }

        if (problems.IsEmpty)
        {
            problems = ReportFiles
                .Write(result.Files.Paths, result.Run)
                .Match<ImmutableArray<Error>>(_ => [], error => [error]);
        }

        if (isJson)
        {
            terminal.WriteJson(SummaryJson.Render(summary));
        }
        else
        {
            terminal.Out.Write(RunText.Render(summary));
            terminal.Out.Flush();
        }

        return problems.IsEmpty ? requested : terminal.Fail(problems);
    }

    private static void Announce(Logger log, RunStart start, RunHost host)
    {
        log.Information(
            "{Environment:l}, seed {Seed}, {Host:l} host, workers {Workers}, "
                + "configuration {Configuration:l}, {Folder:l}",
            start.Run.Plan.Environment.Id,
            start.Run.Plan.Seed,
            host.Name,
            host.WorkerCount,
            start.Run.Configuration.SemanticHash,
            start.Files.Paths.Folder
        );
        foreach (var warning in start.Run.Warnings)
        {
            log.Warning("{Warning:l}", warning);
        }

        if (start.ResumedAfter is { } delivery and > 0)
        {
            log.Information("resumed after delivery {Delivery}", delivery);
        }
        else if (start.ResumedAfter is not null)
        {
            log.Information("resumed from the beginning: there is no checkpoint");
        }
    }
}
