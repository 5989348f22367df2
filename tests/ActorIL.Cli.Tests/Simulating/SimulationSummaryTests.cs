using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Cli.Simulation;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Hashing;
using ActorIL.Training.Simulation;

namespace ActorIL.Cli.Tests.Simulating;

public class SimulationSummaryTests
{
    private static readonly Scenario Failing = new(
        new DeliveryOrder.Given([0, 0, 2, 0, 1]),
        [new("/run/learner", 3, FaultKind.Crash)]
    );

    [Theory]
    [InlineData(Invariant.Digest, 4)]
    [InlineData(Invariant.ResultDigest, 4)]
    [InlineData(Invariant.NothingLost, 1)]
    [InlineData(Invariant.NoDeadlock, 1)]
    [InlineData(Invariant.BoundedMailboxes, 1)]
    [InlineData(Invariant.Liveness, 1)]
    [InlineData(Invariant.NamedFailure, 1)]
    public void A_digest_that_differs_is_a_divergence_and_any_other_broken_invariant_an_error(
        Invariant invariant,
        int code
    ) => Assert.Equal(code, (int)Summary(Result(new BrokenInvariant(invariant, "why"))).ExitCode);

    [Fact]
    public void A_failing_simulation_is_shown_with_the_command_that_repeats_it()
    {
        using var output = new StringWriter();
        var terminal = new Terminal(output, TextWriter.Null, _ => null, TimeProvider.System);
        SimulationView.Write(
            terminal,
            Summary(Result(new BrokenInvariant(Invariant.NothingLost, "2 labels never came")))
        );
        Snapshot.Matches(output.ToString());
    }

    [Fact]
    public void The_command_says_the_same_to_the_program_again()
    {
        var request = Summary(Result()).Request with { Settings = ["evaluation.seed=7", "bc.updates = 3"] };
        var command = request.CommandOf(Failing);
        Assert.Equal(
            "actoril simulate 'my jobs/small.conf' --set evaluation.seed=7 --set 'bc.updates = 3' "
                + "--replay 'order=given:2:2,4:1 faults=crash:3:/run/learner'",
            command
        );
        Assert.Equal("'it'\\''s'", ShellText.Quote("it's"));
    }

    [Fact]
    public void Results_come_in_order_up_to_the_first_that_fails()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var results = SimulationBatch.Run(
                50,
                index => Result(index >= 17 ? [new(Invariant.Liveness, $"{index}")] : []),
                _ => { }
            );
            Assert.Equal(18, results.Count);
            Assert.Equal("17", results[^1].Broken[0].Text);
            Assert.All(results.Take(17), result => Assert.True(result.Holds));
        }
    }

    private static SimulationResult Result(params BrokenInvariant[] broken) =>
        new(Failing, Failing, [.. broken], IsCompleted: true, 210, 180, 17, 1, 0);

    private static SimulationSummary Summary(SimulationResult failed) =>
        new(
            new("my jobs/small.conf", [], Seed: 1, SimulationCount: 5, default, Replay: null, IsJson: false),
            new(HashChain.Empty, HashChain.Empty, 113, 192, 150, [], MailboxCountMax: 59),
            [Result(), failed],
            failed,
            TimeSpan.FromSeconds(2)
        );
}
