using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests;

/// <summary>Who runs the steps of a round, and in which order of receivers, shows nowhere.</summary>
public sealed class RoundHostTests
{
    private const long TickMax = 30;

    [Fact]
    public void Random_systems_run_as_in_the_simulation_whoever_runs_their_steps()
    {
        Seeded.Run(12, static seed => AssertAlike(new Topology(seed).Root(), Run.Settings(seed), seed));
    }

    [Fact]
    public void Small_systems_of_every_effect_run_as_in_the_simulation()
    {
        foreach (var (_, behavior) in Systems.All)
        {
            AssertAlike(behavior, Run.Settings(), seed: 1);
        }
    }

    [Fact]
    public void Crashes_and_failures_that_are_injected_show_nowhere_either()
    {
        Seeded.Run(
            6,
            static seed =>
            {
                var faults = Enumerable
                    .Range(0, 24)
                    .Select(i => new PlannedFault($"/root/a{i % 8}", i / 3, (FaultKind)(i % 2)));
                AssertAlike(new Topology(seed).Root(), Run.Settings(seed) with { Faults = new([.. faults]) }, seed);
            }
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_systems_go_on_from_a_snapshot_of_the_simulation(ulong seed)
    {
        var boundaries = Boundary.All(new Topology(seed).Root(), Run.Settings(seed), tickMax: 12);
        for (var i = 0; i < boundaries.Count; i += 7)
        {
            AssertContinues(seed, boundaries[i], boundaries[^1]);
        }
    }

    [Fact]
    public void The_executor_hears_of_every_actor_that_ends()
    {
        var executor = new ShuffledExecutor(1);
        var recorder = new Recorder();
        var settings = Run.Observed(Run.Settings(3), recorder);
        var host = RoundHost.Start(new(new Topology(3).Root(), settings, WorkerCount: 1), executor).Require();

        host.Run(static progress => progress.Tick > TickMax);

        Assert.NotEmpty(executor.EndedPaths);
        Assert.Equal(recorder.Of(LifecycleKind.Stopped).Select(static stopped => stopped.Detail), executor.EndedPaths);
    }

    private static void AssertAlike(Behavior root, KernelSettings settings, ulong seed)
    {
        var wanted = new Recorder();
        var simulation = new SimulationHost(root, Run.Observed(settings, wanted));
        var expected = Run.Of(simulation, simulation.Run(static progress => progress.Tick > TickMax), wanted);

        var recorder = new Recorder();
        var start = new HostStart(root, Run.Observed(settings, recorder), WorkerCount: 1);
        var host = RoundHost.Start(start, new ShuffledExecutor(seed)).Require();
        var found = Run.Of(host, host.Run(static progress => progress.Tick > TickMax), recorder);

        Assert.Null(Divergence.Between(wanted.Deliveries, recorder.Deliveries));
        Assert.Equal(wanted.Lines, recorder.Lines);
        Assert.Equal(wanted.EventLines, recorder.EventLines);
        Assert.Equal(wanted.Notes, recorder.Notes);
        Assert.Equal(wanted.Chains, recorder.Chains);
        Assert.Equal(simulation.StateDigests(), host.StateDigests());
        Assert.Equal(expected with { Recorder = recorder }, found);
    }

    private static void AssertContinues(ulong seed, Boundary from, Boundary end)
    {
        var recorder = new Recorder();
        var start = new HostStart(from.Root, Run.Observed(Run.Settings(seed), recorder), WorkerCount: 1)
        {
            Snapshot = from.Snapshot,
        };
        var host = RoundHost.Start(start, new ShuffledExecutor(seed)).Require();
        host.Run(progress => progress == end.Seen.Progress);

        Seen.AssertContinues(end.Seen, from.Seen, Seen.Of(host, recorder));
        Assert.Equal(end.Bytes, host.Capture().Require().Bytes());
    }
}
