using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Prelude;
using ActorIL.Hosting;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Tests.Runs;

/// <summary>A whole run that is put away between two rounds and taken out again ends as if it never was.</summary>
public sealed class SnapshotTests
{
    private static readonly RunPlan Plan = SmallPlans.Of(SmallPlans.CartPole);

    [Fact]
    public void A_reduced_run_goes_on_from_every_boundary_to_the_same_end()
    {
        var boundaries = Boundaries();
        var whole = Running.Simulated(Plan);
        var end = boundaries[^1];
        var step = Math.Max(1, boundaries.Count / 40);

        // Every boundary leads to the next one, by induction to the end; some are carried all the way.
        for (var i = 0; i < boundaries.Count; i++)
        {
            var host = Restored(boundaries[i]);
            Assert.Equal(boundaries[i].Bytes(), host.Capture().Require().Bytes());
            if (i + 1 < boundaries.Count)
            {
                OneRound(host);
                Assert.Equal(boundaries[i + 1].Bytes(), host.Capture().Require().Bytes());
            }

            if (i % step == 0)
            {
                host.Run();
                Assert.Equal(end.Clock.Chain, host.Chain.Value);
                Assert.Equal(whole.Digest, RunSystem.Report(Plan, host).Require().Digest(host.Chain));
            }
        }
    }

    [Fact]
    public void A_snapshot_is_the_same_whichever_host_takes_it_and_any_host_goes_on_from_it()
    {
        var boundaries = Boundaries();
        using var parallel = new ParallelHost(RunSystem.Root(Plan), RunSystem.Settings(Plan), workerCount: 3);
        foreach (var boundary in boundaries)
        {
            Assert.Equal(boundary.Bytes(), parallel.Capture().Require().Bytes());
            OneRound(parallel);
        }

        using var restored = ParallelHost
            .Restore(RunSystem.Root(Plan), RunSystem.Settings(Plan), boundaries[boundaries.Count / 2], workerCount: 2)
            .Require();
        restored.Run();
        Assert.Equal(boundaries[^1].Clock.Chain, restored.Chain.Value);
    }

    private static void OneRound(IActorHost host)
    {
        var askedCount = 0;
        host.Run(_ => askedCount++ > 0);
    }

    private static SimulationHost Restored(SystemSnapshot boundary)
    {
        var plan = SmallPlans.Of(SmallPlans.CartPole);
        var read = SystemSnapshot.Read(boundary.Bytes().AsSpan(), boundary.Blocks).Require();
        return SimulationHost.Restore(RunSystem.Root(plan), RunSystem.Settings(plan), read).Require();
    }

    private static List<SystemSnapshot> Boundaries()
    {
        var host = new SimulationHost(RunSystem.Root(Plan), RunSystem.Settings(Plan));
        var found = new List<SystemSnapshot>();
        while (host.Capture().Match<SystemSnapshot?>(static snapshot => snapshot, static _ => null) is { } snapshot)
        {
            found.Add(snapshot);
            OneRound(host);
        }

        return found;
    }
}
