using ActorIL.Actors.Addressing;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class WatchTests
{
    private static readonly ActorId A = Run.Id("a");

    [Fact]
    public void A_notice_comes_after_the_last_thing_the_dying_actor_has_sent()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Watch(A, "a is gone"), Act.Tell(A, "end", 1, Act.StopSelf(), Act.Tell(Run.Root, "last words"))));

        Assert.Equal(["last words", "a is gone"], run.Recorder.LabelsTo(Run.Root));
        Assert.EndsWith("1.1 /root/a -> /root: a is gone", run.Recorder.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_steps_of_a_stopped_actor_that_ran_in_the_round_are_still_heard_before_the_notice()
    {
        // Root stops a in the round in which a itself speaks, whichever of the two comes first in key order.
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Watch(A, "a is gone"),
            Act.Tell(Run.Root, "stop it", 1, Act.Stop(A)),
            Act.Tell(A, "speak", 1, Act.Tell(Run.Root, "heard"))));

        Assert.Equal(["stop it", "heard", "a is gone"], run.Recorder.LabelsTo(Run.Root));
    }

    [Fact]
    public void Watching_nobody_gives_notice_at_once()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Watch(A, "a is gone")));

        Assert.Equal(["0.1 - -> /root: a is gone"], run.Recorder.Lines);
    }

    [Fact]
    public void An_unwatched_actor_gives_no_notice_even_if_it_has_already_stopped()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Watch(A, "never"),
            Act.Tell(Run.Root, "unwatch", 1, Act.Stop(A), Act.Unwatch(A))));

        Assert.Equal(["unwatch"], run.Recorder.LabelsTo(Run.Root));
    }

    [Fact]
    public void A_child_that_its_supervisor_stops_is_noticed_like_any_other()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Watch(A, "a is gone"), Act.Tell(A, "boom", 1, Act.Throw()))
            with { Answer = Supervision.Directive.Stop });

        Assert.Equal(["a is gone"], run.Recorder.LabelsTo(Run.Root));
    }

    [Fact]
    public void A_second_watch_of_the_same_actor_replaces_the_first()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Watch(A, "first"), Act.Watch(A, "second"), Act.Tell(A, "end", 1, Act.StopSelf())));

        Assert.Equal(["second"], run.Recorder.LabelsTo(Run.Root));
    }
}
