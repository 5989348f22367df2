using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Hosting.Tests;

public sealed class ForkTests
{
    [Fact]
    public void Parts_of_a_step_run_at_the_same_time()
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "One processor: nobody could help.");
        using var meeting = new Barrier(participantCount: 2);
        using var host = new ParallelHost(new Forking(new Meeting(meeting), 2), Run.Settings(), workerCount: 2);

        // Two parts wait for each other: on one thread they would wait for ever.
        Assert.Equal(new RunOutcome.Completed(), host.Run());
        Assert.Equal(3, meeting.CurrentPhaseNumber);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Every_part_runs_once(int workerCount)
    {
        var counts = new int[8];
        using var host = new ParallelHost(new Forking(new Counter(counts), 8), Run.Settings(), workerCount);

        Assert.Equal(new RunOutcome.Completed(), host.Run());
        Assert.All(counts, count => Assert.Equal(3, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_part_that_throws_fails_the_step_it_belongs_to(int workerCount)
    {
        using var host = new ParallelHost(new Forking(new Thrower(), 4), Run.Settings(), workerCount);

        var failed = Assert.IsType<RunOutcome.Failed>(host.Run());
        Assert.Equal("part 1 throws", failed.Failure.Text);
    }

    /// <summary>Forks in each of three steps.</summary>
    private sealed record Forking(IForkable Work, int PartCount) : Behavior<ScriptState, Order>
    {
        public override TypeName BehaviorName => new("test-forking", 1);

        public override ScriptState Init(in Ctx ctx, scoped ref Outbox outbox)
        {
            for (var i = 0; i < 3; i++)
            {
                outbox.Tell(ctx.SelfAs<Order>(), new Order("fork", []), 1 + i);
            }

            return default;
        }

        public override ScriptState Receive(in Ctx ctx, ScriptState state, Order message, scoped ref Outbox outbox)
        {
            ctx.Forks.Run(Work, PartCount);
            return state;
        }
    }

    private sealed record Meeting(Barrier Barrier) : IForkable
    {
        public void RunPart(int part) =>
            Assert.True(Barrier.SignalAndWait(TimeSpan.FromSeconds(30)), "Nobody ran the other part meanwhile.");
    }

    private sealed class Counter(int[] counts) : IForkable
    {
        public void RunPart(int part) => Interlocked.Increment(ref counts[part]);
    }

    private sealed class Thrower : IForkable
    {
        public void RunPart(int part)
        {
            if (part == 1)
            {
                throw new InvalidOperationException("part 1 throws");
            }
        }
    }
}
