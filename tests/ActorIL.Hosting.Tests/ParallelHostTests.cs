using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;

namespace ActorIL.Hosting.Tests;

public sealed class ParallelHostTests
{
    [Fact]
    public void Steps_of_a_round_run_at_the_same_time_when_they_are_worth_it()
    {
        var meeting = new Barrier(participantCount: 2);
        using var host = new ParallelHost(new Meeting(meeting), Run.Settings(), workerCount: 2);

        // Two actors wait for each other within one round: on one thread they would wait for ever.
        Assert.Equal(new RunOutcome.Completed(), host.Run());
        Assert.Equal(3, meeting.CurrentPhaseNumber);
        meeting.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_no_supervisor_can_answer_reaches_the_caller(int workerCount)
    {
        using var host = new ParallelHost(new Fatal(), Run.Settings(), workerCount);

        Assert.Throws<InsufficientExecutionStackException>(() => host.Run());
    }

    [Fact]
    public void Zero_workers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () =>
            new ParallelHost(ScriptedBehavior.Idle, Run.Settings(), 0)
        );
    }

    [Fact]
    public void Many_short_lived_hosts_end_their_threads()
    {
        for (var i = 0; i < 50; i++)
        {
            using var host = new ParallelHost(Talk.Crossing(), Run.Settings(), workerCount: 3);
            host.Run();
        }

        Assert.True(Environment.ProcessId > 0);
    }

    [Fact]
    public void A_run_on_several_threads_can_be_interrupted_and_goes_on()
    {
        var whole = Run.Simulate(Talk.Crossing());
        using var host = new ParallelHost(Talk.Crossing(), Run.Settings(), workerCount: 2);
        while (host.Run(Every(1)) == new RunOutcome.Interrupted()) { }

        Assert.Equal(whole.Chain, host.Chain.ToString());
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(100)]
    public void A_round_may_have_any_number_of_receivers(int count)
    {
        using var host = new ParallelHost(new Crowd(count), Run.Settings(), workerCount: 2);

        Assert.Equal(new RunOutcome.Completed(), host.Run());
        Assert.Equal(Run.Simulate(new Crowd(count)).Chain, host.Chain.ToString());
    }

    private static Func<RunProgress, bool> Every(int roundCount)
    {
        var count = 0;
        return _ => count++ == roundCount;
    }

    /// <summary>Tells so many children something in one round.</summary>
    private sealed record Crowd(int Count) : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-crowd", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
        {
            for (var i = 0; i < Count; i++)
            {
                var name = FormattableString.Invariant($"listener-{i}");
                outbox.Tell(outbox.Spawn(in ctx, name, ScriptedBehavior.Idle), new Order("hello", []));
            }

            return default;
        }

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) =>
            state;
    }

    /// <summary>Two children that meet in each of three rounds.</summary>
    private sealed record Meeting(Barrier Barrier) : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-meeting", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
        {
            string[] names = ["left", "right"];
            foreach (var name in names)
            {
                var child = outbox.Spawn(in ctx, name, new Guest(Barrier));
                for (var i = 0; i < 20; i++)
                {
                    outbox.Tell(child, new Order(i < 17 ? "warm up" : "meet", []), 1 + i);
                }
            }

            return default;
        }

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) =>
            state;
    }

    private sealed record Guest(Barrier Barrier) : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-guest", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox) => default;

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
        {
            if (message.Label == "meet")
            {
                Barrier.SignalAndWait();
            }
            else
            {
                // Long enough for the host to see that these steps are worth sharing out.
                Thread.SpinWait(iterations: 20_000);
            }

            return state;
        }
    }

    private sealed record Fatal : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-fatal", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
        {
            var self = new ActorRef<Order>(ctx.Self);
            outbox.Tell(self, new Order("end", []));
            outbox.Tell(outbox.Spawn(in ctx, "other", ScriptedBehavior.Idle), new Order("x", []));
            return default;
        }

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox) =>
            throw new InsufficientExecutionStackException("for the test");
    }
}
