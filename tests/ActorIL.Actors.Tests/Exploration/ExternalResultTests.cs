using System.Collections.Immutable;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>
/// Results from outside that are late or come twice: a class of its own, since delays change ticks. What is asserted is
/// that everything completes, not that digests agree.
/// </summary>
public sealed class ExternalResultTests
{
    private const int CallCount = 6;
    private static readonly FaultSelection Results = new(Crashes: false, Failures: false, Results: true);
    private static readonly FaultSelection ResultsAndCrashes = new(Crashes: true, Failures: false, Results: true);

    [Fact]
    public void A_late_result_comes_so_many_ticks_after_its_latency()
    {
        var run = Simulate(Plan(new PlannedFault("/root/first", 2, FaultKind.DelayResult, 10)));
        var ticks = run.Recorder.Deliveries.Where(delivery => delivery.Key.To == Run.Id("first"));
        Assert.Equal([3, 16, 19, 22, 25, 28], ticks.Select(delivery => delivery.Key.Tick));
        Assert.Equal(0, run.DeadLetterCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public void A_result_that_comes_twice_is_one_message_and_a_dead_letter(int ticks)
    {
        var run = Simulate(Plan(new PlannedFault("/root/first", 2, FaultKind.DuplicateResult, ticks)));
        Assert.Equal(2 * CallCount, run.Recorder.LabelsTo(Run.Root).Count);
        Assert.Equal(
            Enumerable.Range(1, CallCount).Select(number => $"sample {number}"),
            run.Recorder.LabelsTo(Run.Id("first"))
        );
        Assert.Equal(1, run.DeadLetterCount);
    }

    [Fact]
    public void Both_at_once_are_a_late_result_and_a_later_dead_letter()
    {
        var run = Simulate(
            Plan(
                new PlannedFault("/root/second", 1, FaultKind.DelayResult, 5),
                new PlannedFault("/root/second", 1, FaultKind.DuplicateResult, 4)
            )
        );
        Assert.Equal("8.0", Time(run.Recorder.Deliveries.First(delivery => delivery.Key.To == Run.Id("second"))));
        var dead = run.Recorder.Of(LifecycleKind.DeadLetter).Single();
        Assert.Equal((12, Run.Id("second")), (dead.Tick, dead.Actor));
    }

    [Fact]
    public void Whatever_comes_late_or_twice_every_sample_is_counted_once() =>
        Seeded.Run(
            300,
            static seed =>
            {
                var asked = seed % 2 == 0 ? Results : ResultsAndCrashes;
                var scenario = ScenarioDrawing.Draw(RngKey.Root(seed), 0, Targets(), asked, choiceCount: 20);
                var calls = new List<long>();
                var run = new ScenarioHost(
                    scenario,
                    new RobotRoot(CallCount),
                    Run.Settings() with
                    {
                        Interpreter = Robot.Interpreter(calls),
                    }
                );
                run.Host.Run();
                Assert.Equal(2 * CallCount, run.Host.FinalState<Balance>(Run.Root).Require().Amount);
                Assert.Equal(2 * CallCount, calls.Count);
                Assert.Equal(scenario.CountOf(FaultKind.DuplicateResult), run.Host.DeadLetterCount);
                Assert.Empty(run.Host.Waiting);
            }
        );

    [Fact]
    public void A_simulation_knows_who_waits_for_an_answer_that_never_comes()
    {
        var host = new SimulationHost(
            ScriptedBehavior.Of(Act.Spawn("a"), Act.Ask(Run.Id("a"), "question", 0, 1)),
            Run.Settings()
        );
        host.Run();
        Assert.Equal(["/root"], host.Waiting);
    }

    private static Scenario Plan(params PlannedFault[] faults) => Scenario.Plain with { Faults = [.. faults] };

    private static Run Simulate(Scenario scenario)
    {
        var recorder = new Recorder();
        var settings = Run.Observed(null, recorder) with { Interpreter = Robot.Interpreter([]) };
        var run = new ScenarioHost(scenario, new RobotRoot(CallCount), settings);
        return Run.Of(run.Host, run.Host.Run(), recorder);
    }

    private static ImmutableArray<FaultTarget> Targets()
    {
        var meter = new TrafficMeter();
        var settings = Run.Settings() with { Interpreter = Robot.Interpreter([]), Observers = [meter] };
        var host = new SimulationHost(new RobotRoot(CallCount), settings);
        host.Run();
        return
        [
            .. meter.DeliveryCounts.Select(actor => new FaultTarget(
                actor.Key,
                actor.Value,
                actor.Value,
                host.OperationCounts.GetValueOrDefault(actor.Key),
                FailuresMax: 0
            )),
        ];
    }

    private static string Time(Delivery delivery) =>
        FormattableString.Invariant($"{delivery.Key.Tick}.{delivery.Key.Micro}");
}
