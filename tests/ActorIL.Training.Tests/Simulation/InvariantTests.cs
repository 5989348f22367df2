using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Training.Coordination;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Simulation;

/// <summary>Each invariant can break: what it is held against is changed, or a mistake is planted in the run.</summary>
public class InvariantTests
{
    private static readonly HashChain Other = HashChain.Empty;

    private static RunBaseline Baseline => ReducedJob.Simulation.Baseline;

    [Fact]
    public void Another_digest_is_seen_in_the_order_of_the_keys_alone()
    {
        var simulation = ReducedJob.Simulation with { Baseline = Baseline with { Digest = Other } };
        Assert.Equal([Invariant.Digest], Broken(simulation, Scenario.Plain));
        Assert.Empty(Broken(simulation, Scenario.OneByOne));
    }

    [Fact]
    public void Another_result_digest_is_seen_in_any_order()
    {
        var simulation = ReducedJob.Simulation with { Baseline = Baseline with { ResultDigest = Other } };
        Assert.Equal([Invariant.ResultDigest], Broken(simulation, Scenario.Plain));
        Assert.Equal([Invariant.ResultDigest], Broken(simulation, Scenario.OneByOne));
    }

    [Fact]
    public void A_mailbox_above_the_bound_is_seen()
    {
        var simulation = ReducedJob.Simulation with { Baseline = Baseline with { MailboxCountMax = 3 } };
        Assert.Equal([Invariant.BoundedMailboxes], Broken(simulation, Scenario.Plain));
    }

    [Fact]
    public void A_run_that_takes_too_many_rounds_is_seen()
    {
        var simulation = ReducedJob.Simulation with { Baseline = Baseline with { RoundCount = 10 } };
        Assert.Equal([Invariant.Liveness], Broken(simulation, Scenario.Plain));
    }

    [Fact]
    public void Labels_and_transitions_other_than_the_plan_s_are_seen()
    {
        var plan = ReducedJob.Plan with
        {
            Dagger = ReducedJob.Plan.Dagger! with { Rounds = ReducedJob.Rounds with { LabelCounts = [10, 25] } },
        };
        var simulation = ReducedJob.Simulation with { Plan = plan };
        Assert.Equal([Invariant.NothingLost], Broken(simulation, Scenario.Plain));
    }

    [Fact]
    public void A_failure_that_is_passed_over_is_seen()
    {
        // The plan says that nothing is repaired, the run repairs all the same.
        var simulation = ReducedJob.Simulation with
        {
            Plan = ReducedJob.Plan with { RetriesMax = 0 },
        };
        var failure = new PlannedFault("/run/learner/collector/block-1", 2, FaultKind.Failure);
        Assert.Equal([Invariant.NamedFailure], Broken(simulation, Scenario.Plain with { Faults = [failure] }));
    }

    [Fact]
    public void A_clone_that_is_forgotten_leaves_the_report_incomplete()
    {
        var root = new ForgetfulCoordinator(new CoordinatorBehavior(ReducedJob.Plan), IsAlways: true);
        var simulation = ReducedJob.Simulation with { Root = root };
        Assert.Equal([Invariant.NoDeadlock], Broken(simulation, Scenario.Plain));
    }

    [Fact]
    public void A_mistake_that_only_some_orders_show_is_found_made_small_and_repeated_from_its_text()
    {
        var root = new ForgetfulCoordinator(new CoordinatorBehavior(ReducedJob.Plan), IsAlways: false);
        var simulation = ReducedJob.Simulation with { Root = root };
        Assert.Empty(Broken(simulation, Scenario.Plain));
        var faults = new FaultSelection(Crashes: true, Failures: false, Results: false);
        var found = Enumerable
            .Range(0, 200)
            .Select(index => simulation.Run(simulation.Draw(RngKey.Root(1), index, faults)))
            .First(result => !result.Holds);
        var shrunk = simulation.Shrink(found, attemptCountMax: 2_000);
        Assert.Equal(0, shrunk.Scenario.Faults.Count);
        Assert.InRange(shrunk.Scenario.DepartureCount, 1, 3);

        var text = ScenarioText.Write(shrunk.Scenario);
        Assert.Equal(Broken(simulation, shrunk.Scenario), Broken(simulation, ScenarioText.Read(text).Require()));
        Assert.Equal([Invariant.NoDeadlock], Broken(simulation, shrunk.Scenario));
    }

    private static IEnumerable<Invariant> Broken(RunSimulation simulation, Scenario scenario) =>
        simulation.Run(scenario).Broken.Select(broken => broken.Invariant).Distinct();
}
