using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class OrderTests
{
    private static readonly ActorId A = Run.Id("a");
    private static readonly ActorId B = Run.Id("b");

    [Fact]
    public void A_child_can_be_told_by_name_in_the_step_that_spawns_it()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("a"), Act.Tell(A, "hello")));

        Assert.Equal(["0.1 /root -> /root/a: hello"], run.Recorder.Lines);
        Assert.Equal(new RunOutcome.Completed(), run.Outcome);
    }

    [Fact]
    public void Deliveries_come_in_the_order_of_their_keys_and_no_key_comes_twice()
    {
        var run = Run.Simulate(Talk.Crossing());
        var keys = run.Recorder.Deliveries.ConvertAll(static delivery => delivery.Key);

        Assert.True(keys.Count > 20);
        Assert.Equal(keys.Order(), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void What_one_actor_sends_another_without_delay_arrives_in_the_order_it_was_sent()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(A, "1"), Act.Tell(A, "2"), Act.Tell(A, "3"), Act.Tell(A, "later", 2), Act.Tell(A, "4")));

        Assert.Equal(["1", "2", "3", "4", "later"], run.Recorder.LabelsTo(A));
        Assert.Equal(2, run.Progress.Tick);
    }

    [Fact]
    public void Virtual_time_jumps_to_the_next_key()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("a"), Act.Tell(A, "far", 1_000_000_000_000)));

        Assert.Equal(1_000_000_000_000, run.Progress.Tick);
        Assert.Equal(1, run.Progress.DeliveryCount);
    }

    [Fact]
    public void Keys_order_by_tick_then_micro_then_receiver_then_sender_then_sequence()
    {
        EnvelopeKey[] ascending =
        [
            new(1, 9, new(9), new(9), 9),
            new(2, 0, new(9), new(9), 9),
            new(2, 1, new(8), new(9), 9),
            new(2, 1, new(9), ActorId.None, 9),
            new(2, 1, new(9), new(1), 9),
            new(2, 1, new(9), new(ulong.MaxValue), 8),
            new(2, 1, new(9), new(ulong.MaxValue), 9),
        ];

        Assert.Equal(ascending, ascending.Reverse().Order());
    }

    [Fact]
    public void Stashed_messages_come_back_in_their_old_order_before_new_ones()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Tell(A, "1", 1, Act.Stash()),
            Act.Tell(A, "2", 1, Act.Stash()),
            Act.Tell(A, "open", 2, Act.Unstash()),
            Act.Tell(A, "ask for new", 2, Act.Tell(Run.Root, "relay", 0, Act.Tell(A, "new")))));

        Assert.Equal(["1", "2", "open", "ask for new", "1", "2", "new"], run.Recorder.LabelsTo(A));
        Assert.Equal(2, run.Recorder.Lines.Count(static line => line.EndsWith("(released)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_released_envelope_comes_before_everything_sent_in_its_round()
    {
        // b sends in the round in which a opens its stash, so both arrive in the next one.
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Spawn("b"),
            Act.Tell(A, "aside", 1, Act.Stash()),
            Act.Tell(A, "open", 2, Act.Unstash()),
            Act.Tell(B, "go", 2, Act.Tell(A, "from b"))));

        Assert.Equal(["aside", "open", "aside", "from b"], run.Recorder.LabelsTo(A));
        var released = run.Recorder.Deliveries.Single(static delivery => delivery.Key.From.IsNone);
        Assert.Equal(new(1, 0, A, Run.Root, released.SentAs.Sequence), released.SentAs);
        Assert.Equal((2, 1), (released.Key.Tick, released.Key.Micro));
    }

    [Fact]
    public void A_message_names_the_delivery_that_caused_it()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(A, "first", 0, Act.Tell(Run.Root, "second", 3, Act.Tell(A, "third")))));

        Assert.Equal([(1, 0), (2, 1), (3, 2)], run.Recorder.Deliveries.Select(d => ((int)d.Ordinal, (int)d.Cause)));
    }

    [Fact]
    public void Endless_hops_within_a_tick_are_a_fault_that_names_the_cycle()
    {
        var settings = Run.Settings() with { HopsPerTickMax = 200 };
        var run = Run.Simulate(new EchoBehavior(0), settings);

        var error = run.Fault;
        Assert.NotNull(error);
        Assert.Contains("/root -> /root/echo -> /root", error.Where + " -> " + error.Where, StringComparison.Ordinal);
        Assert.Contains("200", error.Found, StringComparison.Ordinal);
        Assert.True(run.Progress.Micro <= 200);
    }

    [Fact]
    public void A_delay_in_the_cycle_is_no_fault()
    {
        var settings = Run.Settings() with { HopsPerTickMax = 200 };
        var host = new SimulationHost(new EchoBehavior(1), settings);

        Assert.Equal(new RunOutcome.Interrupted(), host.Run(static progress => progress.Tick > 500));
    }
}
