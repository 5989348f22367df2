using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Tests.Snapshots;

/// <summary>Where there can be no snapshot, or none can be taken out, an error says why and what to do.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void A_run_that_is_over_has_no_snapshot()
    {
        var host = new SimulationHost(ScriptedBehavior.Idle, Run.Settings());
        host.Run();

        Assert.Equal(
            "/root: found a run that is over; wanted a run between two rounds. "
                + "Capture when Run has returned Interrupted.",
            Text(host.Capture())
        );
    }

    [Fact]
    public void An_outcome_that_its_asker_refuses_cannot_be_kept()
    {
        // The interpreter gives what FromPerform does not expect.
        var settings = Run.Settings() with
        {
            Interpreter = static _ => static () => new ExternalOutcome.Completed("no order"),
        };
        var host = new SimulationHost(ScriptedBehavior.Of(Act.Perform("x", 3)), settings);
        Boundary.OneRound(host);

        var text = Text(host.Capture());

        Assert.StartsWith(
            "/root: found an outcome that test-scripted/1 refuses: Unable to cast",
            text,
            StringComparison.Ordinal
        );
        Assert.IsType<RunOutcome.Failed>(host.Run());
    }

    [Fact]
    public void A_parent_that_does_not_know_its_child_is_named()
    {
        var host = new SimulationHost(Talk.Crossing(), Run.Settings());
        Boundary.OneRound(host);
        var snapshot = host.Capture().Require();

        Assert.Equal(
            "/root/a: found no child named a of test-scripted/1; wanted test-scripted/1. "
                + "Override ChildBehavior of the parent for every name it spawns.",
            Text(SimulationHost.Restore(Talk.Crossing(), Run.Settings(), snapshot))
        );
    }

    [Fact]
    public void A_state_of_another_behaviour_is_refused()
    {
        var host = new SimulationHost(ScriptedBehavior.Idle, Run.Settings());
        var snapshot = host.Capture().Require();

        Assert.Equal(
            "/root: found a state of test-scripted/1; wanted one of test-in-place-root/1. "
                + "Restore with the version of the program that took the snapshot.",
            Text(SimulationHost.Restore(new InPlaceRoot(), Run.Settings(), snapshot))
        );
    }

    [Fact]
    public void There_is_no_fork_while_somebody_waits_for_the_answer_to_a_failure()
    {
        var root = SupervisionCase.Root(Directive.Restart, SupervisionScope.OneForOne, "message");
        var boundary = Boundary
            .All(root, Run.Settings(), tickMax: 9)
            .First(static found => found.Snapshot.Actors.Any(static actor => actor.Condition.IsFailed));

        var fork = SimulationHost.Restore(
            boundary.Root,
            Run.Settings(),
            boundary.Snapshot,
            new Reconfiguration(boundary.Root, ["key"])
        );

        Assert.StartsWith("/root/boss/bad: found an actor that waits", Text(fork), StringComparison.Ordinal);
    }

    [Fact]
    public void A_behaviour_that_cannot_change_in_flight_fails_and_says_so()
    {
        var host = new SimulationHost(ScriptedBehavior.Of(Act.Timer(1, "tick", 1, 1)), Run.Settings());
        host.Run(static progress => progress.Tick >= 3);
        var other = ScriptedBehavior.Of(Act.Timer(1, "tick", 1, 2));
        var fork = SimulationHost
            .Restore(
                ScriptedBehavior.Of(Act.Timer(1, "tick", 1, 1)),
                Run.Settings(),
                host.Capture().Require(),
                new Reconfiguration(other, ["key"])
            )
            .Require();

        Assert.Contains("a reconfiguration on its way", Text(fork.Capture()), StringComparison.Ordinal);
        var failure = Assert.IsType<RunOutcome.Failed>(fork.Run()).Failure;
        Assert.Equal(FailureStage.Reconfigure, failure.Stage);
        Assert.Contains("does not override FromReconfigure", failure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_of_a_snapshot_is_more_than_an_error()
    {
        var boundaries = Boundary.All(Systems.All[3].Behavior, Run.Settings(), tickMax: 20);
        var boundary = boundaries[boundaries.Count / 3];
        var refusedCount = 0;
        for (var i = 0; i < boundary.Bytes.Length; i++)
        {
            foreach (var bit in (byte[])[0x01, 0x80, 0xFF])
            {
                var damaged = boundary.Bytes.SetItem(i, (byte)(boundary.Bytes[i] ^ bit));
                refusedCount += IsRefused(boundary, damaged) ? 1 : 0;
            }

            refusedCount += IsRefused(boundary, boundary.Bytes[..i]) ? 1 : 0;
        }

        Assert.InRange(refusedCount, boundary.Bytes.Length, 4 * boundary.Bytes.Length);
    }

    private static bool IsRefused(Boundary boundary, ImmutableArray<byte> bytes) =>
        SystemSnapshot
            .Read(bytes.AsSpan(), boundary.Blocks)
            .Then(snapshot => SimulationHost.Restore(boundary.Root, Run.Settings(), snapshot))
            .Match(static _ => false, static _ => true);

    private static string Text<T>(Result<T, Error> result) =>
        result.Match(static _ => "a value", static error => error.ToString());
}
