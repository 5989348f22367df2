using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Arrivals;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Akka.Arrivals;
using ActorIL.Akka.Hosting;
using ActorIL.Core.Prelude;
using ActorIL.Testing;
using Akka.Actor;

namespace ActorIL.Akka.Tests;

/// <summary>Runs small systems freely in Akka, and repeats them without it.</summary>
internal static class FreeRun
{
    private const string Arrival =
        "akka.actoril.class = arrival\nakka.actoril.tick = 5ms\nakka.loglevel = OFF\nakka.stdout-loglevel = OFF\n";

    /// <summary>What became of whom, in whatever order.</summary>
    public static List<string> EventsOf(Recorder recorder) =>
        [
            .. recorder
                .Events.Where(static happened =>
                    happened.Kind
                        is LifecycleKind.Failed
                            or LifecycleKind.Resumed
                            or LifecycleKind.Restarted
                            or LifecycleKind.Escalated
                            or LifecycleKind.Stopped
                )
                .Select(happened => $"{happened.Kind} {recorder.PathOf(happened.Actor)}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Runs a system in Akka for a while, and again without it.</summary>
    /// <param name="root">The system.</param>
    /// <param name="settings">Of its kernel.</param>
    /// <param name="look">Looks at the Akka side before it ends; null for nobody.</param>
    public static (Recorder Found, RunOutcome Outcome) Repeated(
        Behavior root,
        KernelSettings settings,
        Action<ActorSystem>? look = null
    )
    {
        var (log, wanted, again) = (new ArrivalLog(), new Recorder(), new Recorder());
        var observed = settings with { Observers = [wanted, log] };
        var start = new HostStart(root, observed, WorkerCount: 2) { ConfigurationText = Arrival };
        var host = AkkaHostEntry.Entry.Start(start).Require();
        using var end = (IDisposable)host;
        var until = Environment.TickCount64 + 3_000;
        var outcome = host.Run(progress => progress.DeliveryCount > 600 || Environment.TickCount64 > until);

        look?.Invoke(((ArrivalHost)host).System);

        var replay = new SimulationHost(root, Run.Observed(settings, again), log);
        replay.Run(_ => again.Chains.Count == wanted.Chains.Count);

        Assert.Null(Divergence.Between(wanted.Deliveries, again.Deliveries));
        Assert.Equal(wanted.Lines, again.Lines);
        Assert.Equal(wanted.EventLines, again.EventLines);
        Assert.Equal(host.Chain, replay.Chain);
        Assert.Equal(host.StateDigests(), replay.StateDigests());
        return (wanted, outcome);
    }
}
