using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Testing;

namespace ActorIL.Hosting.Tests;

/// <summary>Which host ran a system, and with how many workers, shows nowhere.</summary>
public sealed class HostEqualityTests
{
    private static readonly int[] WorkerCounts = [1, 2, 4, 8];

    [Fact]
    public void Random_systems_run_alike_on_every_host()
    {
        Seeded.Run(40, static seed => AssertAlike(new Topology(seed).Root(), Run.Settings(seed)));
    }

    [Fact]
    public void Random_systems_under_random_faults_run_alike_on_every_host()
    {
        Seeded.Run(
            20,
            static seed =>
            {
                var faults = Enumerable
                    .Range(0, 24)
                    .Select(i => new PlannedFault($"/root/a{i % 8}", i / 3, (FaultKind)(i % 2)));
                AssertAlike(new Topology(seed).Root(), Run.Settings(seed) with { Faults = new([.. faults]) });
            }
        );
    }

    [Fact]
    public void Small_systems_of_every_effect_run_alike_on_every_host()
    {
        foreach (var (_, behavior) in Systems.All)
        {
            AssertAlike(behavior, Run.Settings());
        }
    }

    [Fact]
    public void A_random_system_does_something_of_everything()
    {
        var kinds = new SortedSet<LifecycleKind>();
        for (ulong seed = 1; seed <= 20; seed++)
        {
            kinds.UnionWith(
                Bounded(Run.Settings(seed), new Topology(seed).Root())
                    .Recorder.Events.Select(static happened => happened.Kind)
            );
        }

        Assert.Equal(
            Enum.GetValues<LifecycleKind>()
                .Except([LifecycleKind.InjectedCrash, LifecycleKind.InjectedFailure, LifecycleKind.Arrived]),
            kinds
        );
    }

    private static void AssertAlike(Behavior root, KernelSettings settings)
    {
        var wanted = Bounded(settings, root);
        foreach (var workerCount in WorkerCounts)
        {
            var recorder = new Recorder();
            var system = new ActorSystem(Run.Observed(settings, recorder));
            using var host = new ParallelHost(root, system, workerCount, worthSharingNanoseconds: 0);
            var outcome = host.Run(static progress => progress.Tick > 60);
            var found = Run.Of(host, outcome, recorder);

            Assert.Null(Divergence.Between(wanted.Recorder.Deliveries, recorder.Deliveries));
            Assert.Equal(wanted.Recorder.Lines, recorder.Lines);
            Assert.Equal(wanted.Recorder.EventLines, recorder.EventLines);
            Assert.Equal(wanted.Recorder.Notes, recorder.Notes);
            Assert.Equal(wanted.Recorder.Chains, recorder.Chains);
            Assert.Equal(wanted with { Recorder = recorder }, found);
        }
    }

    private static Run Bounded(KernelSettings settings, Behavior root)
    {
        var recorder = new Recorder();
        var host = new SimulationHost(root, Run.Observed(settings, recorder));
        return Run.Of(host, host.Run(static progress => progress.Tick > 60), recorder);
    }
}
