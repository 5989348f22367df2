using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests;

public sealed class AskTests
{
    private static readonly ActorId A = Run.Id("a");
    private static readonly ActorId B = Run.Id("b");

    [Fact]
    public void The_answer_comes_back_as_a_message_of_the_asker()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("b"), Act.Ask(B, "question", 10, 7, Act.Reply("answer", 3))));

        Assert.Equal(["0.1 /root -> /root/b: question", "3.0 /root/b -> /root: answer"], run.Recorder.Lines);
        Assert.Equal(0, run.DeadLetterCount);
    }

    [Fact]
    public void Without_an_answer_the_time_out_comes_and_a_late_answer_is_a_dead_letter()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("b"), Act.Ask(B, "question", 5, 7, Act.Reply("late", 9))));

        Assert.Equal(["timed out 7"], run.Recorder.LabelsTo(Run.Root));
        Assert.Equal(1, run.DeadLetterCount);
    }

    [Fact]
    public void An_ask_without_a_time_out_waits_for_ever()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("b"), Act.Ask(B, "question", 0, 7)));

        Assert.Empty(run.Recorder.LabelsTo(Run.Root));
        Assert.Equal(new RunOutcome.Completed(), run.Outcome);
    }

    [Fact]
    public void An_ask_to_nobody_is_dead_at_once()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Ask(B, "question", 50, 7)));

        Assert.Equal(["0.2 - -> /root: dead 7"], run.Recorder.Lines);
        Assert.Equal(1, run.DeadLetterCount);
    }

    [Fact]
    public void An_ask_is_dead_when_the_one_asked_stops_without_an_answer()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("b"), Act.Ask(B, "question", 0, 7), Act.Tell(B, "end", 4, Act.StopSelf())));

        Assert.Equal(["4.1 - -> /root: dead 7"], run.Recorder.Lines.Where(static line => line.Contains("/root:", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_ask_is_dead_when_the_one_asked_fails_on_it()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("b"), Act.Ask(B, "question", 0, 7, Act.Throw())));

        Assert.Equal(["dead 7"], run.Recorder.LabelsTo(Run.Root));
    }

    [Fact]
    public void An_answer_on_its_way_outlives_the_one_who_gave_it()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("b"), Act.Ask(B, "question", 0, 7, Act.Reply("testament", 5), Act.StopSelf())));

        Assert.Equal(["testament"], run.Recorder.LabelsTo(Run.Root));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void Answer_and_time_out_of_one_round_are_taken_in_key_order_and_the_later_is_a_dead_letter(string asker, string asked)
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Spawn("b"),
            Act.Tell(Run.Id(asker), "ask", 0, Act.Ask(Run.Id(asked), "question", 5, 7, Act.Reply("answer", 5)))));

        // Both arrive at tick 5, micro 0; the time-out is sent in the asker's own name.
        var answerIsFirst = Run.Id(asked) < Run.Id(asker);
        Assert.Equal(["ask", answerIsFirst ? "answer" : "timed out 7"], run.Recorder.LabelsTo(Run.Id(asker)));
        Assert.Equal(1, run.DeadLetterCount);
    }

    [Fact]
    public void A_time_out_long_after_its_answer_is_no_dead_letter()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("b"), Act.Ask(B, "question", 100, 7, Act.Reply("answer"))));

        Assert.Equal(100, run.Progress.Tick);
        Assert.Equal(0, run.DeadLetterCount);
    }

    [Fact]
    public void A_restart_of_the_asker_gives_its_asks_up()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"),
            Act.Spawn("b"),
            Act.Tell(A, "ask", 0, Act.Ask(B, "question", 0, 7, Act.Reply("answer", 5))),
            Act.Tell(A, "boom", 2, Act.Throw())));

        Assert.Equal(["ask", "boom"], run.Recorder.LabelsTo(A));
        Assert.Equal(1, run.DeadLetterCount);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(7, 8)]
    public void An_ask_for_a_chunk_with_a_time_out_no_longer_than_the_chunk_is_refused(long timeoutTicks, long chunkTicks)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var ctx = new Ctx(A, Run.Root, 0, RngKey.Root(1));
            var outbox = new Outbox(new EffectBuffer());
            var replyTo = outbox.NewReply<Order>(in ctx);
            outbox.Ask(new ActorRef<Order>(B), new Order("step", [], replyTo), replyTo, tag: 1, timeoutTicks, chunkTicks);
        });

        Assert.Contains("more than the chunk takes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_address_serves_one_ask()
    {
        var run = Run.Simulate(new TwiceAsking());

        Assert.Equal(FailureStage.Init, run.Failure?.Stage);
        Assert.Contains("reply address of another ask", run.Failure?.Text, StringComparison.Ordinal);
    }
}
