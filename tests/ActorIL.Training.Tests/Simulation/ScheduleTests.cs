using System.Globalization;
using ActorIL.Actors.Exploration;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Training.Tests.Simulation;

/// <summary>
/// A thousand schedules of the whole job in every test run; as many as ACTORIL_SCHEDULES says on demand.
/// </summary>
public class ScheduleTests(ITestOutputHelper output)
{
    private const string CountVariable = "ACTORIL_SCHEDULES";
    private const int CountDefault = 1_000;
    private static readonly FaultSelection Everything = new(Crashes: true, Failures: true, Results: true);

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out var count)
            ? count
            : CountDefault;

    [Fact]
    public void Every_invariant_holds_under_a_thousand_schedules_with_faults()
    {
        var simulation = ReducedJob.Simulation;
        var (simulations, explored, repaired, ended, mailbox) = (0, 0, 0, 0, 0L);
        Seeded.Run(
            Count,
            seed =>
            {
                var result = simulation.Run(simulation.Draw(RngKey.Root(seed), 0, Everything));
                Assert.True(result.Holds, Explain(result));
                simulations++;
                explored += result.Scenario.IsExplored ? 1 : 0;
                repaired += result is { IsCompleted: true, FailureCount: > 0 } ? 1 : 0;
                ended += result.IsCompleted ? 0 : 1;
                mailbox = Math.Max(mailbox, result.MailboxMax);
            }
        );
        output.WriteLine(
            FormattableString.Invariant($"{simulations} simulations, {explored} explored, {repaired} repaired, ")
                + FormattableString.Invariant($"{ended} ended by a failure, fullest mailbox {mailbox}")
        );

        // Each class has its share, or the test would say less than it seems to.
        Assert.InRange(explored, simulations / 2, simulations * 9 / 10);
        Assert.InRange(repaired, simulations / 10, simulations);
        Assert.InRange(ended, simulations / 20, simulations / 3);
    }

    [Fact]
    public void A_simulation_is_the_same_twice_and_from_its_choices() =>
        Seeded.Run(
            20,
            seed =>
            {
                var simulation = ReducedJob.Simulation;
                var first = simulation.Run(simulation.Draw(RngKey.Root(seed), 0, Everything));
                var second = simulation.Run(first.Scenario);
                var third = simulation.Run(first.Recorded);
                Assert.Equal(first.Recorded, second.Recorded);
                Assert.Equal(first.Recorded, third.Recorded);
                Assert.Equal(
                    (first.RoundCount, first.DeliveryCount, first.MailboxMax),
                    (third.RoundCount, third.DeliveryCount, third.MailboxMax)
                );
            }
        );

    [Fact]
    public void Which_failures_are_repaired_is_known_for_every_actor()
    {
        var simulation = ReducedJob.Simulation;
        var repaired = simulation
            .Baseline.Targets.Where(target => target.FailuresMax > 0)
            .Select(target => target.Path)
            .ToArray();
        Assert.Equal(
            ["/run/dagger/collector/block-0", "/run/learner/collector/block-0", "/run/learner/collector/block-1"],
            repaired
        );

        // Every actor fails once, at its first message, under the order of the keys and under another one.
        foreach (var target in simulation.Baseline.Targets)
        {
            foreach (var order in Orders())
            {
                var result = simulation.Run(
                    new(order, [new(target.Path, DeliveryIndex: 1, Actors.Hosts.FaultKind.Failure)])
                );
                Assert.True(result.Holds, $"{target.Path}: {Explain(result)}");
                Assert.Equal(
                    (target.Path, 1, repaired.Contains(target.Path)),
                    (target.Path, result.FailureCount, result.IsCompleted)
                );
            }
        }
    }

    private static DeliveryOrder[] Orders() =>
        [new DeliveryOrder.ByKey(), new DeliveryOrder.AtRandom(RngKey.Root(5)), new DeliveryOrder.Given([])];

    private static string Explain(Training.Simulation.SimulationResult result) =>
        $"{string.Join("; ", result.Broken.Select(broken => $"{broken.Invariant}: {broken.Text}"))}\n"
        + $"{ScenarioText.Write(result.Scenario)}\n{ScenarioText.Write(result.Recorded)}";
}
