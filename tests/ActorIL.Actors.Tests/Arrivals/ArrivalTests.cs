using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Arrivals;

/// <summary>
/// A free-running run is repeated, delivery by delivery, from the order in which things were taken up.
/// </summary>
public sealed class ArrivalTests
{
    private const int TurnCountMax = 400;

    [Fact]
    public void Random_systems_that_ran_freely_are_repeated_from_their_order()
    {
        Seeded.Run(30, static seed => AssertRepeats(new Topology(seed).Root(), Run.Settings(seed), seed));
    }

    [Fact]
    public void Small_systems_of_every_effect_that_ran_freely_are_repeated_from_their_order()
    {
        foreach (var (_, behavior) in Systems.All)
        {
            for (ulong seed = 1; seed <= 8; seed++)
            {
                AssertRepeats(behavior, Run.Settings(), seed);
            }
        }
    }

    [Fact]
    public void Steps_are_overtaken_and_redone()
    {
        // Two sisters are busy when a third fails, and all of them begin anew.
        var sisters = new[] { "a", "b", "c" };
        var root = ScriptedBehavior.Of(
            Act.SpawnSupervisor(
                "parent",
                (int)Directive.Restart,
                (int)SupervisionScope.AllForOne,
                [
                    .. sisters.Select(static name => Act.Spawn(name)),
                    .. sisters.SelectMany(static name =>
                        Enumerable.Range(0, 6).Select(i => Act.Tell(Run.Id("parent/" + name), $"{name}{i}"))
                    ),
                    Act.Tell(Run.Id("parent/a"), "fail", 0, Act.Throw("once")),
                ]
            )
        );
        var count = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            count += AssertRepeats(root, Run.Settings(seed), seed).RedoneCount;
        }

        Assert.True(count > 0, "No step was ever overtaken by a restart.");
    }

    [Fact]
    public void Another_order_is_another_run()
    {
        var (root, chains) = (new Topology(5).Root(), new SortedSet<string>(StringComparer.Ordinal));
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var host = new ChaoticHost(root, Run.Settings(5), seed);
            host.Run(TurnCountMax);
            chains.Add(host.Kernel.Chain.ToString());
        }

        Assert.Equal(5, chains.Count);
    }

    [Fact]
    public void An_order_that_names_what_nobody_sent_ends_the_replay_with_an_error()
    {
        var log = new ArrivalLog();
        log.Arrivals.Add(new(Tick: 0, Run.Root, Run.Id("a1"), Sequence: 77));
        var host = new SimulationHost(new Topology(1).Root(), Run.Settings(), log);

        var outcome = Assert.IsType<RunOutcome.Faulted>(host.Run());
        Assert.Contains("77", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_is_written_and_read()
    {
        var arrival = new Arrival(Tick: 3, Run.Id("a"), Run.Id("b"), Sequence: 9);
        Assert.Equal(arrival, Arrival.Of(3, Run.Id("a"), arrival.Place));
        Assert.Null(Arrival.Of(3, Run.Id("a"), "nowhere"));
    }

    private static ChaoticHost AssertRepeats(Behavior root, KernelSettings settings, ulong seed)
    {
        var (log, wanted) = (new ArrivalLog(), new Recorder());
        var observed = Run.Observed(settings, wanted);
        var free = new ChaoticHost(root, observed with { Observers = observed.Observers.Add(log) }, seed);
        free.Run(TurnCountMax);

        var found = new Recorder();
        var again = new SimulationHost(root, Run.Observed(settings, found), log);
        again.Run(progress => found.Chains.Count == wanted.Chains.Count);

        Assert.Null(Divergence.Between(wanted.Deliveries, found.Deliveries));
        Assert.Equal(wanted.Lines, found.Lines);
        Assert.Equal(wanted.EventLines, found.EventLines);
        Assert.Equal(wanted.Notes, found.Notes);
        Assert.Equal(wanted.Chains, found.Chains);
        Assert.Equal(free.Kernel.StateDigests(), again.StateDigests());
        return free;
    }
}
