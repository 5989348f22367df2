using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Progress;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Traces;
using ActorIL.Training;

namespace ActorIL.Cli.Traces;

/// <summary>Computes a run again and holds it against its trace.</summary>
internal static class VerifySession
{
    public static ExitCode Run(Terminal terminal, VerifyRequest request) =>
        ReplayedRun
            .Open(request.File, terminal.Plugins, Overrides(request))
            .Match(
                run =>
                {
                    using (run)
                    {
                        return Run(terminal, request, run);
                    }
                },
                errors => terminal.Fail(errors)
            );

    /// <summary>The comparison itself, for whoever wants more than its exit code.</summary>
    /// <param name="run">The run.</param>
    /// <param name="view">Shows how far it has come.</param>
    public static Result<VerifyReport, Error> Verify(ReplayedRun run, IRunView view)
    {
        using var externals = run.Externals();
        using var verifier = new TraceVerifier(run.Trace.Entries(), run.Recording, Known(run.Origin));
        var watcher = new PastWatcher(run.Run.Plan);
        return run.StartHost(kernel =>
                kernel with
                {
                    Observers = [verifier, watcher],
                    RecordedResults = externals.Find,
                }
            )
            .Then(host =>
            {
                using (host)
                {
                    var outcome = watcher.Watch(
                        view,
                        host.Host,
                        progress => verifier.IsDone || verifier.IsAtBreak(progress)
                    );
                    return Compare(run, host.Host, verifier, outcome);
                }
            });
    }

    private static Result<VerifyReport, Error> Compare(
        ReplayedRun run,
        IActorHost host,
        TraceVerifier verifier,
        RunOutcome outcome
    )
    {
        var ending = RunSystem
            .Report(run.Run.Plan, host)
            .Match<EndingRecord?>(report => Endings.Of(outcome, host, report), _ => null);
        var found = WithFault(verifier.Finish(verifier.IsDone ? null : ending), outcome);
        return verifier.Problem is { } problem
            ? Result.Failure<VerifyReport, Error>(problem)
            : Result.Success<VerifyReport, Error>(
                new(
                    host.Progress.DeliveryCount,
                    ending?.Digest ?? "",
                    found is null ? null : DivergenceAnalysis.Of(run, found, verifier.Recent)
                )
                {
                    ChangedPlugins = run.ChangedPlugins,
                }
            );
    }

    /// <summary>Where the code came to an end of its own, the report says why.</summary>
    private static TraceDivergence? WithFault(TraceDivergence? found, RunOutcome outcome)
    {
        var fault = outcome.Match(_ => "", _ => "", _ => "", faulted => faulted.Error.ToString());
        return fault.Length > 0 && found is { Recomputed: null }
            ? found with
            {
                Code = found.Code.Length > 0 ? $"{found.Code}: {fault}" : fault,
            }
            : found;
    }

    private static ExitCode Run(Terminal terminal, VerifyRequest request, ReplayedRun run) =>
        Verify(run, RunViews.Beside(terminal, run.Run.Settings))
            .Match(
                report =>
                {
                    if (request.IsJson)
                    {
                        terminal.WriteJson(writer => VerifyJson.Write(writer, report));
                    }
                    else
                    {
                        terminal.Out.Write(VerifyText.Render(run, report));
                        terminal.Out.Flush();
                    }

                    return report.Divergence is null ? ExitCode.Success : ExitCode.Diverged;
                },
                error => terminal.Fail(error)
            );

    internal static ImmutableArray<ActorPathRecord> Known(RunOrigin origin) =>
        origin.Snapshot is { } snapshot
            ? [.. snapshot.Actors.Select(actor => new ActorPathRecord(actor.Id.Value, actor.Path))]
            : [];

    private static ImmutableArray<ConfigurationOverride> Overrides(VerifyRequest request) =>
        [
            .. Flags.Override(Flags.WorkersName, "run.workers", request.Workers),
            .. Flags.Override(Flags.HostName, "run.host", request.Host),
        ];
}
