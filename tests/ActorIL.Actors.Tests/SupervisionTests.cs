using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class SupervisionTests
{
    private static readonly ActorId A = Run.Id("a");

    [Fact]
    public void A_failing_step_leaves_no_effect_and_its_message_is_not_repeated()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(A, "boom", 0, Act.Tell(Run.Root, "never sent"), Act.Spawn("never"), Act.Throw())));

        Assert.Equal(["boom"], run.Recorder.LabelsTo(A));
        Assert.Empty(run.Recorder.LabelsTo(Run.Root));
        Assert.DoesNotContain(run.Recorder.EventLines, static line => line.Contains("never", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failed_delivery_is_part_of_the_chain()
    {
        var good = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("a"), Act.Tell(A, "x")));
        var bad = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("a"), Act.Tell(A, "x", 0, Act.Throw())));

        Assert.Equal(1, good.Progress.DeliveryCount);
        Assert.Equal(1, bad.Progress.DeliveryCount);
        Assert.NotEqual(good.Chain, bad.Chain);
    }

    [Fact]
    public void The_mailbox_outlives_a_restart_and_keeps_its_order()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Tell(Run.Root, "ready")),
            Act.Tell(A, "1", 1, Act.Throw()),
            Act.Tell(A, "2", 1),
            Act.Tell(A, "3", 1)));

        Assert.Equal(["1", "2", "3"], run.Recorder.LabelsTo(A));
        Assert.Equal(["ready", "ready"], run.Recorder.LabelsTo(Run.Root));
        Assert.Single(run.Recorder.Of(LifecycleKind.Restarted));
    }

    [Fact]
    public void Init_runs_before_what_was_held_and_what_was_stashed_comes_first_of_the_two()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Unstash()),
            Act.Tell(A, "stashed", 1, Act.Stash()),
            Act.Tell(A, "boom", 2, Act.Throw()),
            Act.Tell(A, "held", 2)));

        Assert.Equal(["stashed", "boom", "stashed", "held"], run.Recorder.LabelsTo(A));
    }

    [Fact]
    public void The_restart_that_is_one_too_many_stops_the_child()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            [Act.Spawn("a"), .. Enumerable.Range(1, 6).Select(static i => Act.Tell(A, $"boom {i}", i, Act.Throw()))]));

        Assert.Equal(3, run.Recorder.Of(LifecycleKind.Restarted).Count());
        Assert.Single(run.Recorder.Of(LifecycleKind.Stopped));
        Assert.Equal(["boom 1", "boom 2", "boom 3", "boom 4"], run.Recorder.LabelsTo(A));
        Assert.Equal(2, run.DeadLetterCount);
    }

    [Fact]
    public void A_window_of_virtual_time_forgets_old_restarts()
    {
        var strategy = new SupervisionStrategy(RestartCountMax: 1, WindowTicks: 10);
        var root = ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Tell(A, "1", 1, Act.Throw()),
            Act.Tell(A, "2", 12, Act.Throw()),
            Act.Tell(A, "3", 22, Act.Throw()),
            Act.Tell(A, "never", 23)) with { Supervision = strategy };
        var run = Run.Simulate(root);

        Assert.Equal(2, run.Recorder.Of(LifecycleKind.Restarted).Count());
        Assert.Equal(["1", "2", "3"], run.Recorder.LabelsTo(A));
    }

    [Fact]
    public void Too_many_restarts_can_end_the_run_with_the_failure()
    {
        var strategy = new SupervisionStrategy(RestartCountMax: 2, Exceeded: Directive.Escalate);
        var root = ScriptedBehavior.Of(
            [Act.Spawn("a"), .. Enumerable.Range(1, 6).Select(static i => Act.Tell(A, "x", i, Act.Throw("the environment broke")))])
            with { Supervision = strategy };
        var run = Run.Simulate(root);

        Assert.Equal("/root/a", run.Failure?.OriginPath);
        Assert.Equal("the environment broke", run.Failure?.Text);
        Assert.Equal("test-order/1", run.Failure?.MessageName);
        Assert.Equal(FailureStage.Message, run.Failure?.Stage);
        Assert.Equal(3, run.Failure?.Tick);
        Assert.Equal(3, run.Progress.DeliveryCount);
    }

    [Fact]
    public void A_strategy_whose_last_word_would_fail_again_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SupervisionStrategy(Exceeded: Directive.Restart));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SupervisionStrategy(Exceeded: Directive.Resume));
    }

    [Fact]
    public void Children_of_a_failed_actor_wait_until_it_is_answered()
    {
        var child = Run.Id("a/child");
        var root = ScriptedBehavior.Of(
            Act.Spawn("a", Act.Spawn("child")),
            Act.Tell(A, "boom", 1, Act.Throw()),
            Act.Tell(Run.Root, "relay", 1, Act.Tell(child, "while suspended")))
            with { Answer = Directive.Resume };
        var run = Run.Simulate(root);

        Assert.Equal(["1.2 /root -> /root/a/child: while suspended (released)"],
            run.Recorder.Lines.Where(static line => line.Contains("child", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_resumed_escalation_wakes_the_one_that_failed_too()
    {
        var bad = Run.Id("a/bad");
        var root = ScriptedBehavior.Of(
            Act.SpawnSupervisor("a", (int)Directive.Escalate, 0, Act.Spawn("bad")),
            Act.Tell(bad, "boom", 1, Act.Throw()),
            Act.Tell(bad, "after", 2))
            with { Answer = Directive.Resume };
        var run = Run.Simulate(root);

        Assert.Equal(["boom", "after"], run.Recorder.LabelsTo(bad));
        Assert.Equal(2, run.Recorder.Of(LifecycleKind.Failed).Count());
    }

    [Fact]
    public void A_state_that_changes_in_place_is_restarted_where_it_should_resume()
    {
        var run = Run.Simulate(new InPlaceRoot());

        Assert.Single(run.Recorder.Of(LifecycleKind.Restarted));
        Assert.Empty(run.Recorder.Of(LifecycleKind.Resumed));
    }

    [Fact]
    public void All_for_one_restarts_the_siblings_and_stops_what_is_below_them()
    {
        var root = ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Spawn("b", Act.Spawn("below")), Act.Tell(A, "boom", 1, Act.Throw()))
            with { Supervision = new(SupervisionScope.AllForOne) };
        var run = Run.Simulate(root);

        Assert.Equal(2, run.Recorder.Of(LifecycleKind.Restarted).Count());
        Assert.Equal(["/root/b/below"], run.Recorder.Of(LifecycleKind.Stopped).Select(static happened => happened.Detail));
        Assert.Equal(2, run.Recorder.EventLines.Count(static line => line.EndsWith("Started /root/b/below /root/b/below", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_supervisor_that_throws_fails_itself()
    {
        var run = Run.Simulate(new ThrowingSupervisor());

        Assert.Equal(FailureStage.Supervise, run.Failure?.Stage);
        Assert.Equal("/root", run.Failure?.OriginPath);
    }

    [Fact]
    public void A_subtree_stops_children_first_in_the_order_they_were_spawned()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Spawn("z", Act.Spawn("deep")), Act.Spawn("y")), Act.Tell(Run.Root, "now", 1, Act.Stop(A))));

        Assert.Equal(
            ["/root/a/z/deep", "/root/a/z", "/root/a/y", "/root/a"],
            run.Recorder.Of(LifecycleKind.Stopped).Select(static happened => happened.Detail));
    }

    [Fact]
    public void Nobody_may_stop_an_actor_that_is_not_its_child()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Spawn("b"), Act.Tell(A, "stop b", 1, Act.Stop(Run.Id("b")))));

        var failed = Assert.Single(run.Recorder.Of(LifecycleKind.Failed));
        Assert.Contains("/root/a may stop itself and its children, not /root/b", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_free_again_in_the_step_that_stops_its_holder()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(Run.Root, "replace", 1, Act.Stop(A), Act.Spawn("a", Act.Tell(Run.Root, "second")))));

        Assert.Equal(["replace", "second"], run.Recorder.LabelsTo(Run.Root));
        Assert.Empty(run.Recorder.Of(LifecycleKind.Failed));
    }

    [Fact]
    public void A_name_in_use_fails_the_one_that_spawns()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("a"), Act.Spawn("a")));

        Assert.Contains("/root already has a child named a", run.Failure?.Text, StringComparison.Ordinal);
    }
}
