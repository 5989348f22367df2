using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class FaultTests
{
    [Fact]
    public void A_crash_of_any_actor_at_any_delivery_leaves_the_chain_as_it_was()
    {
        foreach (var root in Systems.All)
        {
            var calm = Run.Simulate(root.Behavior);
            var counts = calm.Recorder.Deliveries.CountBy(static delivery => delivery.Key.To);
            foreach (var (actor, count) in counts)
            {
                for (var index = 0; index <= count; index++)
                {
                    var crash = new PlannedFault(calm.Recorder.PathOf(actor), index, FaultKind.Crash);
                    var run = Run.Simulate(root.Behavior, Run.Settings() with { Faults = new([crash]) });

                    Assert.Equal((root.Name, crash, calm.Chain), (root.Name, crash, run.Chain));
                    Assert.Equal(calm.Progress, run.Progress);
                    Assert.Equal(calm.Recorder.Lines, run.Recorder.Lines);
                    Assert.Single(run.Recorder.Of(LifecycleKind.InjectedCrash));
                }
            }
        }
    }

    [Fact]
    public void Every_delivery_can_crash_in_one_run()
    {
        foreach (var root in Systems.All)
        {
            var calm = Run.Simulate(root.Behavior);
            var faults = calm
                .Recorder.Deliveries.CountBy(static delivery => delivery.Key.To)
                .SelectMany(pair =>
                    Enumerable
                        .Range(0, pair.Value + 1)
                        .Select(index => new PlannedFault(calm.Recorder.PathOf(pair.Key), index, FaultKind.Crash))
                );
            var run = Run.Simulate(root.Behavior, Run.Settings() with { Faults = new([.. faults]) });

            Assert.Equal(calm.Chain, run.Chain);
            Assert.Equal(calm.Recorder.Lines, run.Recorder.Lines);
        }
    }

    [Fact]
    public void A_crash_puts_a_state_that_changes_in_place_back()
    {
        var calm = Run.Simulate(new InPlaceRoot());
        foreach (var index in Enumerable.Range(0, 6))
        {
            var crash = new PlannedFault("/root/child", index, FaultKind.Crash);
            var run = Run.Simulate(new InPlaceRoot(), Run.Settings() with { Faults = new([crash]) });

            Assert.Equal(calm.Chain, run.Chain);
        }
    }

    [Fact]
    public void An_injected_failure_is_answered_by_the_supervisor_and_is_history()
    {
        var a = Run.Id("a");
        var root = ScriptedBehavior.Of(
            Act.Spawn("a", Act.Tell(Run.Root, "ready")),
            Act.Tell(a, "1", 1),
            Act.Tell(a, "2", 2),
            Act.Tell(a, "3", 3)
        );
        var failure = new PlannedFault("/root/a", 2, FaultKind.Failure);
        var calm = Run.Simulate(root);
        var run = Run.Simulate(root, Run.Settings() with { Faults = new([failure]) });

        Assert.Equal(["1", "2", "3"], run.Recorder.LabelsTo(a));
        Assert.Equal(["ready", "ready"], run.Recorder.LabelsTo(Run.Root));
        Assert.NotEqual(calm.Chain, run.Chain);
        Assert.Single(run.Recorder.Of(LifecycleKind.InjectedFailure));
        Assert.Contains(
            "InjectedFailure",
            run.Recorder.Of(LifecycleKind.Failed).Single().Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_injected_failure_of_Init_is_answered_too()
    {
        var failure = new PlannedFault("/root/a", 0, FaultKind.Failure);
        var run = Run.Simulate(
            ScriptedBehavior.Of(Act.Spawn("a", Act.Tell(Run.Root, "ready"))),
            Run.Settings() with
            {
                Faults = new([failure]),
            }
        );

        Assert.Equal(["ready"], run.Recorder.LabelsTo(Run.Root));
        Assert.Single(run.Recorder.Of(LifecycleKind.Restarted));
    }

    [Fact]
    public void Deliveries_are_counted_by_path_through_every_life_of_it()
    {
        var a = Run.Id("a");
        var root = ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Tell(a, "1", 1),
            Act.Tell(Run.Root, "replace", 2, Act.Stop(a), Act.Spawn("a")),
            Act.Tell(a, "2", 3)
        ) with
        {
            Answer = Directive.Stop,
        };
        var run = Run.Simulate(root, Run.Settings() with { Faults = new([new("/root/a", 2, FaultKind.Failure)]) });

        Assert.Equal(3, run.Recorder.Of(LifecycleKind.Failed).Single().Tick);
    }
}
