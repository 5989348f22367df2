using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Hosting;
using ActorIL.Training.Coordination;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;
using ActorIL.Training.Students;

namespace ActorIL.Training.Tests.Runs;

/// <summary>A whole run that is put away between two rounds and taken out again ends as if it never was.</summary>
public sealed class SnapshotTests
{
    private static readonly RunPlan Plan = SmallPlans.Of(SmallPlans.CartPole);

    [Theory]
    [InlineData("CartPole-v1", false)]
    [InlineData("Pendulum-v1", false)]
    [InlineData("CartPole-v1", true)]
    public void A_reduced_run_goes_on_from_every_boundary_to_the_same_end(string environment, bool hasOwnStudents)
    {
        var entry = EnvironmentCatalog.Shipped.Find(environment).Require();
        GoesOn(hasOwnStudents ? SmallPlans.WithStudents(entry) : SmallPlans.Of(entry));
    }

    [Fact]
    public void Generators_and_discriminators_go_on_from_every_boundary_too() =>
        GoesOn(GailPlans.Of(SmallPlans.CartPole));

    [Fact]
    public void A_learner_that_collects_meanwhile_goes_on_from_every_boundary_too() => GoesOn(SmallPlans.Lagging);

    private static void GoesOn(RunPlan plan)
    {
        var boundaries = Boundaries(plan);
        var whole = Running.Simulated(plan);
        var end = boundaries[^1];
        var step = Math.Max(1, boundaries.Count / 40);

        // Every boundary leads to the next one, by induction to the end; some are carried all the way.
        for (var i = 0; i < boundaries.Count; i++)
        {
            var host = Restored(plan, boundaries[i]);
            Assert.Equal(boundaries[i].Bytes(), host.Capture().Require().Bytes());
            if (i + 1 < boundaries.Count)
            {
                OneRound(host);
                Assert.Equal(boundaries[i + 1].Bytes(), host.Capture().Require().Bytes());
            }

            if (i % step == 0)
            {
                host.Run();
                Assert.Equal(end.Clock.Chain, host.Chain.Value);
                Assert.Equal(whole.Digest, RunSystem.Report(plan, host).Require().Digest(host.Chain));
            }
        }
    }

    [Fact]
    public void A_snapshot_is_the_same_whichever_host_takes_it_and_any_host_goes_on_from_it()
    {
        var boundaries = Boundaries();
        using var parallel = new ParallelHost(RunSystem.Root(Plan), RunSystem.Settings(Plan), workerCount: 3);
        foreach (var boundary in boundaries)
        {
            Assert.Equal(boundary.Bytes(), parallel.Capture().Require().Bytes());
            OneRound(parallel);
        }

        using var restored = ParallelHost
            .Restore(RunSystem.Root(Plan), RunSystem.Settings(Plan), boundaries[boundaries.Count / 2], workerCount: 2)
            .Require();
        restored.Run();
        Assert.Equal(boundaries[^1].Clock.Chain, restored.Chain.Value);
    }

    [Fact]
    public void What_parents_say_their_children_do_is_what_they_do()
    {
        // Under an equal plan bound anew nobody does anything else, so that nothing is added to the queue.
        foreach (var boundary in Boundaries())
        {
            var again = SmallPlans.Of(SmallPlans.CartPole);
            var host = Reconfigured(boundary, again).Require();
            Assert.Equal(boundary.Bytes(), host.Capture().Require().Bytes());
        }
    }

    [Fact]
    public void A_fork_goes_on_under_its_own_configuration_and_says_so_to_those_it_concerns()
    {
        var boundaries = Boundaries();
        var middle = boundaries[boundaries.Count / 5];
        var other = Plan with { Expert = new ExpertPlan.Trained(SmallPlans.Ppo with { LearningRate = 3e-3 }, 2, 4, 2) };
        var log = new DeliveryLog();
        var fork = Reconfigured(middle, other, log).Require();
        fork.Run();
        using var parallel = ParallelHost
            .Restore(
                RunSystem.Root(Plan),
                RunSystem.Settings(Plan),
                middle,
                workerCount: 3,
                new Reconfiguration(RunSystem.Root(other), ["ppo.learning-rate"])
            )
            .Require();
        parallel.Run();

        Assert.Equal(fork.Chain, parallel.Chain);
        Assert.NotEqual(boundaries[^1].Clock.Chain, fork.Chain.Value);
        var first = log.Deliveries.TakeWhile(delivery => delivery.Key.Tick == middle.Clock.Tick).ToList();
        Assert.Contains(
            first,
            delivery => delivery.Message is LearnerMessage.Reconfigure { Keys: "ppo.learning-rate" }
        );
        Assert.Contains(first, delivery => delivery.Message is CoordinatorMessage.Reconfigure);
        Assert.DoesNotContain(log.Deliveries, delivery => delivery.Message is StudentMessage.Reconfigure);
        Assert.All(
            first.Where(delivery => delivery.Message is LearnerMessage.Reconfigure),
            delivery => Assert.Equal((middle.Clock.Micro + 1, 0UL), (delivery.Key.Micro, delivery.Key.From.Value))
        );
    }

    [Fact]
    public void A_fork_that_takes_a_living_actor_away_is_refused()
    {
        var boundary = Boundaries()[5];
        var error = Reconfigured(boundary, Plan with { Dagger = null })
            .Match(static _ => "", static error => error.ToString());

        Assert.StartsWith(
            "/run/dagger: found no such actor under the new configuration",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_snapshot_of_another_program_is_refused_by_the_name_of_the_actor()
    {
        var boundary = Boundaries()[5];
        var other = Plan with { Dagger = null };
        var error = SimulationHost
            .Restore(RunSystem.Root(other), RunSystem.Settings(other), boundary)
            .Match(static _ => "", static error => error.ToString());

        Assert.StartsWith("/run/dagger: found no child named dagger", error, StringComparison.Ordinal);
    }

    private static Result<SimulationHost, Error> Reconfigured(
        SystemSnapshot boundary,
        RunPlan other,
        params IRunObserver[] observers
    ) =>
        SimulationHost.Restore(
            RunSystem.Root(Plan),
            RunSystem.Settings(Plan) with
            {
                Observers = [.. observers],
            },
            boundary,
            new Reconfiguration(RunSystem.Root(other), ["ppo.learning-rate"])
        );

    private static void OneRound(IActorHost host)
    {
        var askedCount = 0;
        host.Run(_ => askedCount++ > 0);
    }

    private static SimulationHost Restored(RunPlan plan, SystemSnapshot boundary)
    {
        var read = SystemSnapshot.Read(boundary.Bytes().AsSpan(), boundary.Blocks).Require();
        return SimulationHost.Restore(RunSystem.Root(plan), RunSystem.Settings(plan), read).Require();
    }

    private static List<SystemSnapshot> Boundaries(RunPlan? other = null)
    {
        var plan = other ?? Plan;
        var host = new SimulationHost(RunSystem.Root(plan), RunSystem.Settings(plan));
        var found = new List<SystemSnapshot>();
        while (host.Capture().Match<SystemSnapshot?>(static snapshot => snapshot, static _ => null) is { } snapshot)
        {
            found.Add(snapshot);
            OneRound(host);
        }

        return found;
    }
}
