using ActorIL.Actors.Addressing;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class CreditTests
{
    private static readonly ActorId A = Run.Id("a");

    [Fact]
    public void A_slow_consumer_bounds_memory_by_its_credit()
    {
        var system = new ActorSystem(Run.Settings());
        var host = new SimulationHost(new CreditSystem(MessageCount: 2_000, Window: 16), system);
        var waitingMax = 0;
        var outcome = host.Run(_ =>
        {
            waitingMax = Math.Max(waitingMax, system.Queue.Count);
            return false;
        });

        Assert.Equal(new RunOutcome.Completed(), outcome);
        Assert.Equal(2_000, host.FinalState<ScriptState>(Run.Id("consumer")).Match(found => found.Count, _ => -1));

        // The window, the consumer's own timer, and the order that grants more.
        Assert.InRange(waitingMax, 16, 19);
        Assert.True(host.Progress.Tick >= 2_000);
    }

    [Fact]
    public void A_tell_over_credit_fails_the_sender_and_none_of_its_step_is_sent()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Credit(Run.Root, 2)),
            Act.Tell(Run.Root, "two", 1, Act.Tell(A, "1"), Act.Tell(A, "2")),
            Act.Tell(Run.Root, "one too many", 2, Act.Tell(A, "3"))));

        Assert.Equal(["1", "2"], run.Recorder.LabelsTo(A));
        Assert.Equal("RefusedStep", run.Failure?.Cause);
        Assert.Contains("/root told /root/a more than it granted", run.Failure?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_step_gives_the_credit_it_took_back()
    {
        var b = Run.Id("b");
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Credit(b, 2)),
            Act.Spawn("b"),
            Act.Tell(b, "too many", 1, Act.Tell(A, "1"), Act.Tell(A, "2"), Act.Tell(A, "3")),
            Act.Tell(b, "enough", 2, Act.Tell(A, "4"), Act.Tell(A, "5"))) with { Answer = Supervision.Directive.Resume });

        Assert.Equal(["4", "5"], run.Recorder.LabelsTo(A));
    }

    [Fact]
    public void Without_a_grant_the_default_bound_holds()
    {
        var settings = Run.Settings() with { EdgeMessageCountMax = 3 };
        var run = Run.Simulate(
            ScriptedBehavior.Of(
                Act.Spawn("a"),
                Act.Tell(Run.Root, "three", 1, Act.Tell(A, "1"), Act.Tell(A, "2"), Act.Tell(A, "3")),
                Act.Tell(Run.Root, "three more", 2, Act.Tell(A, "4"), Act.Tell(A, "5"), Act.Tell(A, "6")),
                Act.Tell(Run.Root, "four", 3, Act.Tell(A, "7"), Act.Tell(A, "8"), Act.Tell(A, "9"), Act.Tell(A, "10"))),
            settings);

        Assert.Equal(["1", "2", "3", "4", "5", "6"], run.Recorder.LabelsTo(A));
        Assert.Contains("which granted no credit, more than 3 messages", run.Failure?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_on_their_way_count_against_a_first_grant()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Tell(A, "far", 9),
            Act.Tell(A, "farther", 9),
            Act.Tell(A, "grant", 1, Act.Credit(Run.Root, 3)),
            Act.Tell(Run.Root, "send", 2, Act.Tell(A, "1"), Act.Tell(A, "2"))));

        // Two were on their way when the grant of 3 was made, so the second of these is one too many.
        Assert.Equal(["grant"], run.Recorder.LabelsTo(A));
        Assert.NotNull(run.Failure);
    }

    [Fact]
    public void A_consumer_that_starts_anew_does_not_add_to_the_credit_it_gave_before()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a", Act.Credit(Run.Root, 2)),
            Act.Tell(Run.Root, "one", 1, Act.Tell(A, "boom", 0, Act.Throw())),
            Act.Tell(Run.Root, "three", 2, Act.Tell(A, "1"), Act.Tell(A, "2"), Act.Tell(A, "3"))));

        Assert.Contains("more than it granted", run.Failure?.Text, StringComparison.Ordinal);
    }
}
