using ActorIL.Actors.Execution;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void In_steady_state_a_delivery_allocates_nothing_beyond_its_message(long delayTicks)
    {
        // The two actors send one and the same message object, so that what is left is the kernel's.
        var host = new SimulationHost(
            new EchoBehavior(delayTicks),
            Run.Settings() with
            {
                HopsPerTickMax = int.MaxValue,
            }
        );
        var allocated = long.MaxValue;

        // Code that is not yet optimised boxes; the claim is about the steady state that follows.
        for (var attempt = 1; attempt <= 100 && allocated > 0; attempt++)
        {
            var target = attempt * 50_000L;
            Func<RunProgress, bool> stop = progress => progress.DeliveryCount >= target;
            var before = GC.GetAllocatedBytesForCurrentThread();
            host.Run(stop);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Memory_stays_flat_however_many_actors_come_and_go()
    {
        var system = new ActorSystem(Run.Settings());
        var host = new SimulationHost(new Churn(), system);
        host.Run(static progress => progress.Tick >= 100);
        var parent = system.Actors.Find(Run.Root)!;
        var early = (
            system.Actors.Count,
            parent.Children.Count,
            parent.Edges.All.Count,
            parent.Incoming.All.Length,
            system.Queue.Count
        );
        host.Run(static progress => progress.Tick >= 1_000);

        Assert.Equal(
            early,
            (
                system.Actors.Count,
                parent.Children.Count,
                parent.Edges.All.Count,
                parent.Incoming.All.Length,
                system.Queue.Count
            )
        );
    }
}
