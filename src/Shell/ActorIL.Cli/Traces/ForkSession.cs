using System.Globalization;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Progress;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Leaves a logged run somewhere and goes on otherwise, as a run of its own.</summary>
internal static class ForkSession
{
    public static ExitCode Run(Terminal terminal, ForkRequest request) =>
        TracePosition
            .Parse("--at", request.At)
            .Match(
                position =>
                    ReplayedRun
                        .Open(request.File, terminal.Plugins)
                        .Match(
                            parent =>
                            {
                                using (parent)
                                {
                                    return Run(terminal, request, position, parent);
                                }
                            },
                            errors => terminal.Fail(errors)
                        ),
                error => terminal.Fail(error)
            );

    private static ExitCode Run(Terminal terminal, ForkRequest request, TracePosition position, ReplayedRun parent) =>
        ForkPlan
            .Of(parent, request)
            .Match(
                plan =>
                    ForkPoint
                        .Of(parent.Trace, position)
                        .Then(point => Past(parent, point, RunViews.Beside(terminal, parent.Run.Settings)))
                        .Match(past => Go(terminal, request, parent, plan, past), error => terminal.Fail(error)),
                errors => terminal.Fail(errors)
            );

    /// <summary>
    /// Computes the parent again up to the round that holds the position, holding it against its trace on the way.
    /// </summary>
    private static Result<ForkPast, Error> Past(ReplayedRun parent, ForkPoint point, IRunView view)
    {
        using var externals = parent.Externals();
        using var verifier = new TraceVerifier(
            parent.Trace.Entries(),
            parent.Recording,
            VerifySession.Known(parent.Origin)
        );
        var watcher = new PastWatcher(parent.Run.Plan);
        var demonstrations = new DemonstrationWatch(parent.Run.Plan);
        return parent
            .StartHost(kernel =>
                kernel with
                {
                    Observers = [verifier, watcher, demonstrations],
                    RecordedResults = externals.Find,
                }
            )
            .Then(host =>
            {
                using (host)
                {
                    return Past(parent, point, host.Host, verifier, watcher, view)
                        .Map(snapshot => new ForkPast(snapshot, watcher.State, demonstrations));
                }
            });
    }

    private static Result<SystemSnapshot, Error> Past(
        ReplayedRun parent,
        ForkPoint point,
        IActorHost host,
        TraceVerifier verifier,
        PastWatcher watcher,
        IRunView view
    )
    {
        bool IsThere(RunProgress progress) => point.IsReached(progress, watcher.BoundaryCount);

        _ = watcher.Watch(view, host, progress => verifier.IsDone || IsThere(progress));
        if (verifier.Problem is { } problem)
        {
            return Result.Failure<SystemSnapshot, Error>(problem);
        }

        if (verifier.Finish(ending: null) is not null)
        {
            return Failure(
                parent,
                "a run that comes out otherwise when it is computed again",
                "a trace that verifies up to where the fork begins",
                "`actoril trace verify` says what differs."
            );
        }

        if (!IsThere(host.Progress))
        {
            return Failure(
                parent,
                string.Create(CultureInfo.InvariantCulture, $"a run of {host.Progress.DeliveryCount} deliveries"),
                $"one that comes to {point.Position}",
                "Choose an earlier position; `actoril trace ls` lists them."
            );
        }

        // An outcome on its way, or an actor that waits for its supervisor, passes: a later round will do.
        var snapshot = host.Capture();
        while (snapshot.Match(_ => false, _ => true))
        {
            var before = host.Progress;
            _ = host.Run(progress => progress != before);
            if (host.Progress == before)
            {
                break;
            }

            snapshot = host.Capture();
        }

        return snapshot;
    }

    private static ExitCode Go(Terminal terminal, ForkRequest request, ReplayedRun parent, ForkPlan plan, ForkPast past)
    {
        var link = new TraceParent(
            parent.Trace.Path,
            ManifestText.HashOf(parent.Trace.Manifest),
            past.Snapshot.Clock.DeliveryCount,
            parent.Trace.Manifest.Configuration,
            plan.ChangedKeys
        );
        var beginning = new ForkBeginning(past.Snapshot, past.Watched, link);
        var name = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(request.File))) ?? "run";
        return RunFiles
            .Create($"{name}-fork", plan.Run)
            .Match(
                files =>
                {
                    using (files)
                    {
                        return RunCheckpointFile
                            .Save(files.Paths.Beginning, beginning.ToCheckpoint())
                            .Then(_ => past.Keep(parent.Run, files.Paths))
                            .Then(_ =>
                                RunStart.Of(
                                    plan.Run,
                                    files,
                                    TraceStamp.Of(plan.Run, terminal.Clock) with
                                    {
                                        Parent = link,
                                    },
                                    beginning
                                )
                            )
                            .Match(
                                start => RunSession.CarryAndClose(terminal, request.IsJson, start),
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
    }

    private static Result<SystemSnapshot, Error> Failure(
        ReplayedRun parent,
        string found,
        string wanted,
        string remedy
    ) => Result.Failure<SystemSnapshot, Error>(new(parent.Trace.Path, found, wanted, remedy));
}
