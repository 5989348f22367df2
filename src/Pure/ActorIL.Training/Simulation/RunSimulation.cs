using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Simulation;

/// <summary>Simulates a run under other orders and with faults, and says what does not hold.</summary>
/// <param name="Plan">What is run.</param>
/// <param name="Root">Its root: that of the plan, or one with a mistake planted in it.</param>
/// <param name="Baseline">What it is held against.</param>
internal sealed record RunSimulation(RunPlan Plan, Behavior Root, RunBaseline Baseline)
{
    // Faults of the last quarter could not be told from an end that never comes.
    private const long EarlyNumerator = 3;
    private const long EarlyDenominator = 4;

    /// <summary>Runs the plan once plainly and once one by one; an error where it cannot be run at all.</summary>
    public static Result<RunSimulation, Error> Of(RunPlan plan) => Of(plan, RunSystem.Root(plan));

    /// <summary>The same for a root of one's own.</summary>
    public static Result<RunSimulation, Error> Of(RunPlan plan, Behavior root)
    {
        var meter = new TrafficMeter();
        var host = new SimulationHost(root, RunSystem.Settings(plan) with { Observers = [meter] });
        var outcome = host.Run();
        var oneByOneMeter = new TrafficMeter();
        var oneByOne = new ScenarioHost(
            Scenario.OneByOne,
            root,
            RunSystem.Settings(plan) with
            {
                Observers = [oneByOneMeter],
            }
        );
        oneByOne.Host.Run();
        return Ended(outcome)
            .Then(_ => RunSystem.Report(plan, host))
            .Map(report => new RunBaseline(
                report.Digest(host.Chain),
                report.ResultDigest,
                meter.RoundCount,
                oneByOneMeter.RoundCount,
                Math.Max(1, oneByOne.ChoiceCount),
                Targets(plan, meter, host.OperationCounts),
                SimulationBounds.MailboxCountMax(plan)
            ))
            .Map(baseline => new RunSimulation(plan, root, baseline));
    }

    /// <summary>The simulation at <paramref name="index"/> of those a key stands for.</summary>
    public Scenario Draw(RngKey key, long index, FaultSelection asked) =>
        ScenarioDrawing.Draw(key, index, Baseline.Targets, asked, Baseline.ChoiceCount);

    /// <summary>Carries one simulation out.</summary>
    public SimulationResult Run(Scenario scenario)
    {
        var (meter, ledger) = (new TrafficMeter(), new RunLedger(Plan));
        var run = new ScenarioHost(scenario, Root, RunSystem.Settings(Plan) with { Observers = [meter, ledger] });
        var roundCountMax = SimulationBounds.RoundCountMax(Baseline, scenario);
        var outcome = run.Host.Run(_ => meter.RoundCount > roundCountMax);
        var evidence = new RunEvidence(this, scenario, run.Host, outcome, meter, ledger);
        return new(
            scenario,
            run.Recorded,
            evidence.Broken(),
            evidence.IsCompleted,
            meter.RoundCount,
            meter.DeliveryCount,
            meter.MailboxMax().MessageCount,
            meter.Struck.Count(struck => struck.Kind == FaultKind.Crash),
            meter.Struck.Count(struck => struck.Kind == FaultKind.Failure)
        );
    }

    /// <summary>Makes a failing simulation smaller as long as it breaks the same invariant.</summary>
    public SimulationResult Shrink(SimulationResult failed, int attemptCountMax)
    {
        var smallest = Shrinking.Shrink(
            failed.Recorded,
            candidate => Run(candidate).BreaksLike(failed),
            attemptCountMax
        );
        return Run(smallest);
    }

    private static Result<RunOutcome, Error> Ended(RunOutcome outcome) =>
        outcome.Match(
            completed: Result.Success<RunOutcome, Error>,
            interrupted: Result.Success<RunOutcome, Error>,
            failed: failed =>
                Result.Failure<RunOutcome, Error>(
                    new(
                        failed.Failure.OriginPath,
                        $"{failed.Failure.Cause}: {failed.Failure.Text.ReplaceLineEndings(" ")}",
                        "a run that completes without faults",
                        "Correct what fails before its faults are simulated."
                    )
                ),
            faulted: faulted => Result.Failure<RunOutcome, Error>(faulted.Error)
        );

    private static ImmutableArray<FaultTarget> Targets(
        RunPlan plan,
        TrafficMeter meter,
        ImmutableSortedDictionary<string, long> operations
    )
    {
        var early = meter.DeliveryCount * EarlyNumerator / EarlyDenominator;
        return
        [
            .. meter.DeliveryCounts.Select(actor => new FaultTarget(
                actor.Key,
                actor.Value,
                meter.CountUntil(actor.Key, early),
                operations.TryGetValue(actor.Key, out var count) ? count : 0,
                SimulationBounds.FailuresMax(plan, actor.Key)
            )),
        ];
    }
}
