using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Cli.Logging;
using ActorIL.Cli.Progress;
using ActorIL.Cli.Signals;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments;
using ActorIL.Training;
using Serilog.Core;

namespace ActorIL.Cli.Runs;

/// <summary>One run, from what was typed to the run directory.</summary>
internal static class RunSession
{
    public static ExitCode Run(Terminal terminal, RunRequest request)
    {
        var layers = new ConfigurationLayers(
            request.File,
            request.Overrides,
            ConfigurationFiles.Read,
            terminal.Environment
        );
        return RunConfiguration
            .Bind(layers, EnvironmentCatalog.Shipped)
            .Match(run => Run(terminal, request, run), errors => terminal.Fail(errors));
    }

    private static ExitCode Run(Terminal terminal, RunRequest request, BoundRun run) =>
        RunFiles
            .Create(request.File, run)
            .Match(
                files =>
                {
                    using (files)
                    {
                        return Run(terminal, request, run, files);
                    }
                },
                error => terminal.Fail(error)
            );

    private static ExitCode Run(Terminal terminal, RunRequest request, BoundRun run, RunFiles files)
    {
        using var signals = new StopSignals(code => Environment.Exit((int)code));
        var startedAt = terminal.Clock.GetTimestamp();
        var view = ViewOf(terminal, request, run.Settings);
        using var log = RunLog.Open(terminal, files.Paths, run.Settings.LogLevel, view.Line);
        var start = RunStatusNotes.Start(run.Plan);
        var watcher = new RunWatcher(files.Metrics, log.Logger, terminal.Clock, WatcherState.Start(start));
        return RunHost
            .Start(run.Plan, run.Settings, watcher)
            .Match(
                host =>
                {
                    using (host)
                    {
                        Announce(log.Logger, run, host, files);
                        var outcome = view.Watch(start, show => Drive(host, watcher, signals, show));
                        var errors = Errors(outcome, watcher);
                        return RunSystem
                            .Report(run.Plan, host.Host)
                            .Match(
                                report =>
                                    Finish(
                                        terminal,
                                        request,
                                        new RunResult(
                                            run,
                                            files,
                                            host,
                                            report,
                                            watcher.TrainingTime,
                                            terminal.Clock.GetElapsedTime(startedAt)
                                        ),
                                        errors,
                                        signals.Requested
                                    ),
                                error => terminal.Fail([.. errors, error])
                            );
                    }
                },
                error => terminal.Fail(error)
            );
    }

    private static RunOutcome Drive(RunHost host, RunWatcher watcher, StopSignals signals, Action<RunStatus> show)
    {
        watcher.Show = show;
        return host.Host.Run(_ => signals.IsRequested || watcher.Problem is not null);
    }

    private static ExitCode Finish(
        Terminal terminal,
        RunRequest request,
        RunResult result,
        ImmutableArray<Error> errors,
        ExitCode requested
    )
    {
        var summary = result.Summary();
        var problems = errors.AddRange(result.Save(summary));
        if (request.IsJson)
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

    private static void Announce(Logger log, BoundRun run, RunHost host, RunFiles files) =>
        log.Information(
            "{Environment:l}, seed {Seed}, {Host:l} host, workers {Workers}, "
                + "configuration {Configuration:l}, {Folder:l}",
            run.Plan.Environment.Id,
            run.Plan.Seed,
            host.Name,
            host.WorkerCount,
            run.Configuration.SemanticHash,
            files.Paths.Folder
        );

    private static ImmutableArray<Error> Errors(RunOutcome outcome, RunWatcher watcher) =>
        watcher.Problem is { } problem ? [.. RunEnding.Errors(outcome), problem] : RunEnding.Errors(outcome);

    private static IRunView ViewOf(Terminal terminal, RunRequest request, RunSettings settings)
    {
        var (output, isInteractive) = request.IsJson
            ? (terminal.Error, terminal.IsErrorInteractive)
            : (terminal.Out, terminal.IsOutInteractive);
        return isInteractive
            ? LiveView.On(output)
            : new LineView(output, terminal.Clock, TimeSpan.FromSeconds(settings.ProgressIntervalSeconds));
    }
}
