using ActorIL.Actors.Addressing;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class StashTests
{
    private static readonly ActorId A = Run.Id("a");

    [Fact]
    public void One_message_more_than_the_stash_holds_fails_the_behaviour()
    {
        var root = ScriptedBehavior.Of(
            [.. Enumerable.Range(1, 4).Select(static i => Act.Tell(Run.Root, $"{i}", 1, Act.Stash()))]) with { StashMax = 3 };
        var run = Run.Simulate(root);

        Assert.Equal("The stash of /root holds 3 messages and is full.", run.Failure?.Text);
        Assert.Equal("RefusedStep", run.Failure?.Cause);
    }

    [Fact]
    public void Places_come_free_when_the_stash_is_opened()
    {
        var root = ScriptedBehavior.Of(
            Act.Tell(Run.Root, "1", 1, Act.Stash()),
            Act.Tell(Run.Root, "open", 2, Act.Unstash()),
            Act.Tell(Run.Root, "2", 3)) with { StashMax = 1 };
        var run = Run.Simulate(root, Run.Settings() with { HopsPerTickMax = 100 });

        // Each time it comes back the message orders its own stashing again.
        Assert.Equal(["1", "open", "1", "2"], run.Recorder.LabelsTo(Run.Root));
    }

    [Fact]
    public void What_is_in_the_stash_of_a_stopped_actor_is_a_dead_letter()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(A, "aside", 1, Act.Stash()), Act.Tell(A, "end", 2, Act.StopSelf())));

        Assert.Equal(1, run.DeadLetterCount);
    }

    [Fact]
    public void A_stashed_timer_message_comes_back_as_the_message_it_was()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Timer(1, "ring", 1, 0, Act.Stash())), Act.Tell(A, "open", 2, Act.Unstash())));

        Assert.Equal(["ring", "open", "ring"], run.Recorder.LabelsTo(A));
    }

    [Fact]
    public void Init_has_nothing_to_stash()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Stash()));

        Assert.Equal("Init has no message to stash.", run.Failure?.Text);
    }

    [Fact]
    public void A_stashed_request_is_answered_dead_when_its_holder_stops()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Ask(A, "question", 0, 7, Act.Stash()), Act.Tell(A, "end", 2, Act.StopSelf())));

        Assert.Equal(["dead 7"], run.Recorder.LabelsTo(Run.Root));
    }
}
