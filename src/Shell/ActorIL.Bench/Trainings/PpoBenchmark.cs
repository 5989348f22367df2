using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Updates;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Training.Plans;

namespace ActorIL.Bench.Trainings;

/// <summary>
/// Whole trainings of an expert by PPO in a warm process: rollouts, advantages, updates, validation, metrics, trace.
/// </summary>
public static class PpoBenchmark
{
    private const int ProfileRepetitionCount = 15;

    /// <summary>Runs on one and two workers and one without a trace, in turns; then the profile of the first.</summary>
    /// <param name="name">What the report is called.</param>
    /// <param name="run">An expert by PPO, evaluated.</param>
    /// <param name="training">The same expert's settings.</param>
    /// <param name="plan">Runs of each kind; samples of the profile.</param>
    public static Result<BenchmarkReport, Error> Run(
        string name,
        BoundRun run,
        ExpertPlan.Trained training,
        MeasuringPlan plan
    )
    {
        var folder = Directory.CreateTempSubdirectory("actoril-bench-");
        try
        {
            return Measure(run, plan, folder.FullName).Map(runs => Report(name, run, training, plan, runs));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Result<ImmutableArray<TimedRun>, Error> Measure(BoundRun run, MeasuringPlan plan, string folder)
    {
        var level = run.Settings.TraceLevel;
        (TraceLevel Level, int WorkerCount)[] kinds = [(level, 1), (level, 2), (TraceLevel.Off, 1)];
        var warm = TimedTraining.Run(run, level, workerCount: 2, folder).Map(_ => ImmutableArray<TimedRun>.Empty);
        return Enumerable
            .Range(0, plan.RepetitionCount)
            .SelectMany(_ => kinds)
            .Aggregate(
                warm,
                (before, kind) =>
                    before.Then(runs =>
                        TimedTraining.Run(run, kind.Level, kind.WorkerCount, folder).Map(one => runs.Add(one))
                    )
            );
    }

    private static BenchmarkReport Report(
        string name,
        BoundRun run,
        ExpertPlan.Trained training,
        MeasuringPlan plan,
        ImmutableArray<TimedRun> runs
    )
    {
        var peak = MachinePeak.Gigaflops(plan);
        var steps = TimedTraining.Steps(run.Plan);
        var (one, two, off) = (Every(runs, 0), Every(runs, 1), Every(runs, 2));
        var report = runs[0].Report;
        var work = new PpoWork(run.Plan.Environment, training.Ppo);
        var learning =
            work.MinibatchOperationCount * work.MinibatchCount * training.Ppo.EpochCount * training.Ppo.UpdateCount;
        var speed = Figure.Rate("steps_1_worker", "steps/s", one, steps).WithShare(learning, one.Median, peak);
        var phases = PhaseTimes.Measure(
            run.Plan.Environment,
            training,
            report.Policies[0].Policy,
            report.Stages[0].ValidationStepCount,
            plan with
            {
                RepetitionCount = Math.Max(plan.RepetitionCount, ProfileRepetitionCount),
            }
        );
        var trace = Math.Max(0, one.Median - off.Median);
        var rest = one.Median - trace - phases.Sum(static phase => phase.Seconds);
        ImmutableArray<Figure> figures =
        [
            speed,
            Figure.Rate("steps_2_workers", "steps/s", two, steps),
            Figure.Of("training_1_worker", "s", one),
            Figure.Of("training_2_workers", "s", two),
            Figure.Of("score", "mean return", report.Stages[0].Evaluation.Mean),
            Figure.Of("score_episodes", "episodes", report.Stages[0].Evaluation.Count),
            Figure.Of("environment_steps", "steps", steps),
            .. Reached(runs),
            Figure.Of("validation_steps", "steps", report.Stages[0].ValidationStepCount),
            .. phases.Select(phase => Phase(phase.Phase, phase.Seconds, steps)),
            Phase("trace", trace, steps),
            Phase("messages_and_rest", rest, steps),
            Phase("all", one.Median, steps),
        ];
        return new(name, figures, peak, speed.ShareOfPeak, plan.RepetitionCount);
    }

    /// <summary>Microseconds of a phase for each environment step of training.</summary>
    private static Figure Phase(string name, double seconds, long steps) =>
        Figure.Of($"phase_{name}", "us/step", seconds * 1e6 / steps);

    /// <summary>How far it was to a validated score of 475; nothing where a run never came there.</summary>
    private static ImmutableArray<Figure> Reached(ImmutableArray<TimedRun> runs) =>
        runs.All(static run => run.Reached is not null)
            ?
            [
                Figure.Of("steps_to_475", "steps", runs[0].Reached!.Value.StepCount),
                Figure.Of("seconds_to_475_1_worker", "s", Timed(runs, 0, static run => run.Reached!.Value.Seconds)),
                Figure.Of("seconds_to_475_2_workers", "s", Timed(runs, 1, static run => run.Reached!.Value.Seconds)),
            ]
            : [];

    private static Timing Timed(ImmutableArray<TimedRun> runs, int kind, Func<TimedRun, double> seconds) =>
        new("", [.. runs.Where((_, i) => i % 3 == kind).Select(seconds)]);

    private static Timing Every(ImmutableArray<TimedRun> runs, int kind) =>
        Timed(runs, kind, static run => run.TrainingSeconds);
}
