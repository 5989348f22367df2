using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Snapshots;

/// <summary>A run that is put away at any boundary between rounds and taken out goes on as if it never was.</summary>
public sealed class SnapshotTests
{
    private const long TickMax = 40;

    [Fact]
    public void Small_systems_of_every_effect_go_on_from_every_boundary()
    {
        foreach (var (_, behavior) in Systems.All)
        {
            AssertContinues(behavior, Run.Settings());
        }
    }

    [Fact]
    public void Random_systems_go_on_from_every_boundary()
    {
        Seeded.Run(25, static seed => AssertContinues(new Topology(seed).Root(), Outside(seed)));
    }

    [Fact]
    public void Random_systems_under_random_faults_go_on_from_every_boundary()
    {
        Seeded.Run(
            15,
            static seed =>
            {
                var faults = Enumerable
                    .Range(0, 24)
                    .Select(i => new PlannedFault($"/root/a{i % 8}", i / 3, (FaultKind)(i % 2)));
                AssertContinues(new Topology(seed).Root(), Outside(seed) with { Faults = new([.. faults]) });
            }
        );
    }

    [Fact]
    public void A_cycle_without_end_is_named_alike_after_any_boundary()
    {
        AssertContinues(new EchoBehavior(DelayTicks: 0), Run.Settings() with { HopsPerTickMax = 80 });
    }

    /// <summary>Operations that bring an order in.</summary>
    private static KernelSettings Outside(ulong seed) =>
        Run.Settings(seed) with
        {
            Interpreter = static operation =>
                () => new ExternalOutcome.Completed(new Order(((TextOperation)operation).Text, [])),
        };

    private static void AssertContinues(Behavior root, KernelSettings settings)
    {
        var boundaries = Boundary.All(root, settings, TickMax);
        var whole = Whole(root, settings);
        foreach (var boundary in boundaries)
        {
            var recorder = new Recorder();
            var observed = Run.Observed(settings, recorder);
            var host = SimulationHost.Restore(boundary.Root, observed, boundary.Snapshot).Require();

            Assert.Equal(boundary.Bytes, host.Capture().Require().Bytes());
            var outcome = host.Run(static progress => progress.Tick > TickMax);
            Seen.AssertContinues(whole.Seen, boundary.Seen, Seen.Of(host, recorder));
            Assert.Equal(whole.Outcome, outcome);
            Assert.Equal(whole.End, EndOf(host));
        }
    }

    private static (Seen Seen, RunOutcome Outcome, string End) Whole(Behavior root, KernelSettings settings)
    {
        var recorder = new Recorder();
        var host = new SimulationHost(root, Run.Observed(settings, recorder));
        var outcome = host.Run(static progress => progress.Tick > TickMax);
        return (Seen.Of(host, recorder), outcome, EndOf(host));
    }

    /// <summary>The last snapshot, or why there is none.</summary>
    private static string EndOf(SimulationHost host) =>
        host.Capture().Match(static end => Convert.ToHexString([.. end.Bytes()]), static error => error.ToString());
}
