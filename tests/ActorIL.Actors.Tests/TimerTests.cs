using ActorIL.Actors.Addressing;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class TimerTests
{
    private static readonly ActorId A = Run.Id("a");

    [Fact]
    public void A_timer_fires_once_after_its_delay()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("a", Act.Timer(1, "ring", 5))));

        Assert.Equal(["5.0 /root/a -> /root/a: ring"], run.Recorder.Lines);
    }

    [Fact]
    public void A_periodic_timer_fires_until_it_is_cancelled()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Timer(1, "tick", 2, period: 3)), Act.Tell(A, "enough", 9, Act.CancelTimer(1))));

        Assert.Equal(["2.0", "5.0", "8.0", "9.0"], run.Recorder.Lines.Select(static line => line[..3]));
    }

    [Fact]
    public void A_timer_set_again_forgets_what_its_earlier_generation_has_sent()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Timer(1, "old", 5), Act.Timer(2, "other", 5)), Act.Tell(A, "reset", 4, Act.Timer(1, "new", 5))));

        Assert.Equal(["reset", "other", "new"], run.Recorder.LabelsTo(A));
        Assert.Equal(0, run.DeadLetterCount);
    }

    [Fact]
    public void A_timer_cancelled_in_the_round_before_it_fires_does_not_fire()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Timer(1, "never", 5)), Act.Tell(A, "cancel", 4, Act.CancelTimer(1))));

        Assert.Equal(["cancel"], run.Recorder.LabelsTo(A));
    }

    [Fact]
    public void A_restart_forgets_timers()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(A, "set", 1, Act.Timer(1, "never", 5)), Act.Tell(A, "boom", 2, Act.Throw())));

        Assert.Equal(["set", "boom"], run.Recorder.LabelsTo(A));
    }

    [Fact]
    public void A_path_that_comes_back_does_not_get_the_timers_of_its_predecessor()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Timer(1, "old", 5)),
            Act.Tell(Run.Root, "replace", 2, Act.Stop(A), Act.Spawn("a", Act.Timer(1, "new", 3)))));

        Assert.Equal(["new"], run.Recorder.LabelsTo(A));
    }

    [Fact]
    public void A_timer_message_of_a_foreign_type_fails_the_step()
    {
        var run = Run.Simulate(new ForeignTimer());

        Assert.Contains("SetTimer was given a String", run.Failure?.Text, StringComparison.Ordinal);
    }
}
