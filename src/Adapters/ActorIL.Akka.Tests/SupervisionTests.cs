using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Arrivals;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Akka.Hosting;
using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Akka.Tests;

/// <summary>Directives that Akka's supervision carries out in free-running runs, and their repetition.</summary>
public sealed class SupervisionTests
{
    private const string Arrival =
        "akka.actoril.class = arrival\nakka.actoril.tick = 5ms\nakka.loglevel = OFF\nakka.stdout-loglevel = OFF\n";

    public static TheoryData<Directive, SupervisionScope, string> Cases =>
        [
            .. from directive in Enum.GetValues<Directive>()
            from scope in Enum.GetValues<SupervisionScope>()
            from stage in SupervisionCase.Stages
            select (directive, scope, stage),
        ];

    /// <summary>What becomes of whom is the table's; when, is not.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void What_follows_from_a_failure_is_what_the_simulation_says(
        Directive directive,
        SupervisionScope scope,
        string stage
    )
    {
        var root = SupervisionCase.Root(directive, scope, stage, waitTicks: 20);
        var simulated = Run.Simulate(root);

        var (found, outcome) = Repeated(root, Run.Settings());

        Assert.Equal(simulated.Outcome.GetType(), outcome.GetType());
        Assert.Equal(EventsOf(simulated.Recorder), EventsOf(found));
    }

    [Fact]
    public void Small_systems_of_every_effect_are_repeated_from_their_order()
    {
        foreach (var (name, behavior) in Systems.All)
        {
            if (name is not "in place")
            {
                Repeated(behavior, Run.Settings());
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Random_systems_are_repeated_from_their_order(ulong seed)
    {
        Repeated(new Topology(seed).Root(), Run.Settings(seed));
    }

    private static List<string> EventsOf(Recorder recorder) =>
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
    private static (Recorder Found, RunOutcome Outcome) Repeated(Behavior root, KernelSettings settings)
    {
        var (log, wanted, again) = (new ArrivalLog(), new Recorder(), new Recorder());
        var observed = settings with { Observers = [wanted, log] };
        var start = new HostStart(root, observed, WorkerCount: 2) { ConfigurationText = Arrival };
        var host = AkkaHostEntry.Entry.Start(start).Require();
        using var end = (IDisposable)host;
        var until = Environment.TickCount64 + 3_000;
        var outcome = host.Run(progress => progress.DeliveryCount > 600 || Environment.TickCount64 > until);

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
