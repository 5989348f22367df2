using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests;

public sealed class DeadLetterTests
{
    private static readonly ActorId A = Run.Id("a");

    [Fact]
    public void A_message_to_nobody_is_counted_logged_and_not_in_the_chain()
    {
        var empty = Run.Simulate(ScriptedBehavior.Idle);
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Tell(A, "lost")));

        Assert.Equal(1, run.DeadLetterCount);
        Assert.Equal(empty.Chain, run.Chain);
        var logged = Assert.Single(run.Recorder.Of(LifecycleKind.DeadLetter));
        Assert.Equal("Message Order from /root: There is no such actor.", logged.Detail);
    }

    [Fact]
    public void A_message_to_a_stopped_actor_is_a_dead_letter()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(A, "end", 1, Act.StopSelf()), Act.Tell(A, "same round", 1), Act.Tell(A, "too late", 2)));

        Assert.Equal(["end", "same round"], run.Recorder.LabelsTo(A));
        Assert.Equal(1, run.DeadLetterCount);
    }

    [Fact]
    public void When_the_root_stops_the_run_is_complete_whatever_is_still_on_its_way()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(Run.Root, "end", 1, Act.StopSelf()), Act.Tell(A, "never", 2)));

        Assert.Equal(new RunOutcome.Completed(), run.Outcome);
        Assert.Equal(1, run.Progress.DeliveryCount);
    }

    [Fact]
    public void The_last_state_of_a_stopped_root_can_be_read_and_that_of_others_cannot()
    {
        var host = new SimulationHost(
            ScriptedBehavior.Of(Act.Spawn("a"), Act.Tell(Run.Root, "1", 1), Act.Tell(Run.Root, "2", 2, Act.StopSelf())),
            Run.Settings());
        host.Run();

        Assert.Equal(2, host.FinalState<ScriptState>(Run.Root).Match(found => found.Count, _ => -1));
        Assert.Contains("no such actor", host.FinalState<ScriptState>(A).Match(_ => "", error => error.Found), StringComparison.Ordinal);
        Assert.Contains("no state of that type", host.FinalState<Order>(Run.Root).Match(_ => "", error => error.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_a_type_the_receiver_does_not_take_ends_the_run_by_name()
    {
        var run = Run.Simulate(new Misaddressing());

        Assert.Equal("/root", run.Fault?.Where);
        Assert.Contains("InPlaceCount from /root", run.Fault?.Found, StringComparison.Ordinal);
        Assert.Equal("test-order/1", run.Fault?.Wanted);
    }

    /// <summary>Forges a reference of the wrong type.</summary>
    private sealed record Misaddressing : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-misaddressing", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
        {
            outbox.Tell(new ActorRef<InPlaceCount>(ctx.Self), new InPlaceCount());
            return default;
        }

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) => state;
    }
}
