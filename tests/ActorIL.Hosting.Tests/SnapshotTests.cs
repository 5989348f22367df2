using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Hosting.Tests;

/// <summary>Which host took a snapshot, and which goes on from it, shows nowhere.</summary>
public sealed class SnapshotTests
{
    private const long TickMax = 40;

    [Fact]
    public void Random_systems_go_on_in_any_host_from_every_boundary()
    {
        Seeded.Run(
            6,
            static seed =>
            {
                var root = new Topology(seed).Root();
                var boundaries = Boundary.All(root, Run.Settings(seed), TickMax);
                AssertTakenAlike(root, seed, boundaries);
                for (var i = 0; i < boundaries.Count; i += 7)
                {
                    AssertContinues(seed, boundaries[i], boundaries[^1]);
                }
            }
        );
    }

    private static void AssertTakenAlike(Behavior root, ulong seed, IReadOnlyList<Boundary> boundaries)
    {
        using var host = new ParallelHost(root, new ActorSystem(Run.Settings(seed)), 3, worthSharingNanoseconds: 0);
        foreach (var boundary in boundaries)
        {
            Assert.Equal(boundary.Bytes, host.Capture().Require().Bytes());
            Boundary.OneRound(host);
        }
    }

    private static void AssertContinues(ulong seed, Boundary from, Boundary end)
    {
        var recorder = new Recorder();
        using var host = ParallelHost
            .Restore(
                from.Root,
                Run.Observed(Run.Settings(seed), recorder),
                from.Snapshot,
                workerCount: 2,
                reconfiguration: null,
                worthSharingNanoseconds: 0
            )
            .Require();
        host.Run(progress => progress == end.Seen.Progress);

        Seen.AssertContinues(end.Seen, from.Seen, Seen.Of(host, recorder));
        Assert.Equal(end.Bytes, host.Capture().Require().Bytes());
    }
}
