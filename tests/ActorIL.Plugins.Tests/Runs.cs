using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hocon;
using ActorIL.Hosting;
using ActorIL.Training;
using ActorIL.Training.Reports;

namespace ActorIL.Plugins.Tests;

/// <summary>Binds a text with plug-ins, and carries it out.</summary>
internal static class Runs
{
    public static Result<BoundRun, ImmutableArray<Error>> Bind(string text, params ImmutableArray<IPlugin> plugins) =>
        RunConfiguration.Bind(
            new("run.conf", [], _ => new IncludeOutcome.Found(text), _ => null),
            Catalog.Of([new ShippedPlugin(), new HostingPlugin(), .. plugins]).Require()
        );

    public static BoundRun Good(string text, params ImmutableArray<IPlugin> plugins) =>
        Bind(text, plugins).MapError(static errors => string.Join('\n', errors)).Require();

    public static ImmutableArray<Error> Errors(string text, params ImmutableArray<IPlugin> plugins) =>
        Bind(text, plugins).Match(_ => [], static errors => errors);

    /// <summary>The report and the digest of a run on a host of its catalog.</summary>
    public static (RunReport Report, string Digest) Carry(
        BoundRun run,
        string host = "simulation",
        params ImmutableArray<IRunObserver> observers
    )
    {
        var actors = run
            .Catalog.Host(host)
            .Then(entry =>
                entry.Start(
                    new(
                        RunSystem.Root(run.Plan),
                        RunSystem.Settings(run.Plan) with
                        {
                            Observers = observers,
                        },
                        WorkerCount: 2
                    )
                )
            )
            .Require();
        using var disposed = actors as IDisposable;
        var outcome = actors.Run(static _ => false);
        Assert.IsType<RunOutcome.Completed>(outcome);
        var report = RunSystem.Report(run.Plan, actors).Require();
        return (report, report.Digest(actors.Chain).ToString());
    }
}
