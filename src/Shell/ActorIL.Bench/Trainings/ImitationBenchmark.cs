using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Updates;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;

namespace ActorIL.Bench.Trainings;

/// <summary>
/// DAgger with a ready expert in a warm process: rollouts, labels, aggregate, lessons, metrics, trace. Choosing among
/// students is left out, so that only the last one is scored, after the job.
/// </summary>
public static class ImitationBenchmark
{
    private const int CloningBatch = 128;

    /// <summary>The job: 20 rounds of 500 labels, four passes after each, 100 episodes at the end.</summary>
    public static ImmutableArray<string> Settings =>
        [
            "demonstration.counts=[]",
            "dagger.label-counts=[10000]",
            "dagger.labels-per-round=500",
            "dagger.late-labels-per-round=500",
            "dagger.epochs-per-round=4",
            "dagger.batch-size=32",
            "evaluation.episodes=100",
        ];

    /// <summary>Trains the expert, then runs the job on one and two workers in turns.</summary>
    /// <param name="run">An expert by PPO, and DAgger.</param>
    /// <param name="training">The same expert's settings.</param>
    /// <param name="dagger">The same run's DAgger.</param>
    /// <param name="plan">Runs of each kind.</param>
    public static Result<BenchmarkReport, Error> Run(
        BoundRun run,
        ExpertPlan.Trained training,
        DaggerConfig dagger,
        MeasuringPlan plan
    )
    {
        var folder = Directory.CreateTempSubdirectory("actoril-bench-");
        try
        {
            return Expert(run, folder.FullName)
                .Map(expert => Job(run, dagger, expert))
                .Then(job => Measure(job, plan, folder.FullName))
                .Map(jobs => Report(run, training, dagger, plan, jobs));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Result<PolicySnapshot, Error> Expert(BoundRun run, string folder)
    {
        var alone = run with { Plan = run.Plan with { Dagger = null } };
        return TimedTraining
            .Run(alone, TraceLevel.Off, workerCount: 2, folder)
            .Map(timed => timed.Report.Policies.Single(static policy => policy.Stage == RunStages.Expert).Policy);
    }

    private static BoundRun Job(BoundRun run, DaggerConfig dagger, PolicySnapshot expert) =>
        run with
        {
            Plan = run.Plan with
            {
                Expert = new ExpertPlan.Given(),
                Inputs = new() { Expert = expert },
                Dagger = dagger with { ValidationIntervalRounds = DaggerRounds.Count(dagger.Rounds) },
            },
        };

    private static Result<ImmutableArray<TimedJob>, Error> Measure(BoundRun job, MeasuringPlan plan, string folder)
    {
        int[] workerCounts = [1, 2];
        var warm = Once(job, 2, folder).Then(_ => Once(job, 1, folder)).Map(_ => ImmutableArray<TimedJob>.Empty);
        return Enumerable
            .Range(0, plan.RepetitionCount)
            .SelectMany(_ => workerCounts)
            .Aggregate(
                warm,
                (before, workerCount) => before.Then(jobs => Once(job, workerCount, folder).Map(one => jobs.Add(one)))
            );
    }

    private static Result<TimedJob, Error> Once(BoundRun job, int workerCount, string folder)
    {
        var clock = new StageClock();
        return TimedTraining
            .Run(job, job.Settings.TraceLevel, workerCount, folder, clock)
            .Map(timed => new TimedJob(workerCount, clock.Phases, timed.Seconds, timed.Report));
    }

    private static BenchmarkReport Report(
        BoundRun run,
        ExpertPlan.Trained training,
        DaggerConfig dagger,
        MeasuringPlan plan,
        ImmutableArray<TimedJob> jobs
    )
    {
        var peak = MachinePeak.Gigaflops(plan);
        var cloning = InterleavedTiming.Measure(plan, CloningWork.Of(run.Plan.Environment, training.Ppo, CloningBatch));
        var last = Stage(jobs[0].Report);
        var (samples, gradientSteps) = Lessons(dagger);
        var learning = new PpoWork(run.Plan.Environment, training.Ppo).ActorOperationCount * samples;
        var one = Every(jobs, 1, static timed => timed.Phases.Seconds);
        var lessons = Every(jobs, 1, static timed => timed.Phases.Training);
        var job = Figure.Of("dagger_1_worker", "s", one).WithShare(learning, one.Median, peak);
        ImmutableArray<Figure> figures =
        [
            job,
            Figure.Of("dagger_2_workers", "s", Every(jobs, 2, static timed => timed.Phases.Seconds)),
            Figure.Of("whole_run_1_worker", "s", Every(jobs, 1, static timed => timed.Seconds)),
            Figure.Of("score", "mean return", last.Evaluation.Mean),
            Figure.Of("score_episodes", "episodes", last.Evaluation.Count),
            Figure.Of("labels", "labels", last.LabelCount),
            Figure.Of("environment_steps", "steps", last.EnvironmentStepCount),
            Figure.Of("gradient_steps", "steps", gradientSteps),
            Figure.Rate("training_samples", "samples/s", lessons, samples).WithShare(learning, lessons.Median, peak),
            Figure.Microseconds("gradient_step", lessons, gradientSteps),
            Figure.Rate("cloning_samples_128", "samples/s", cloning[0], CloningWork.StepCount * CloningBatch),
            Figure.Of("phase_rollouts", "s", Every(jobs, 1, static timed => timed.Phases.Rollouts)),
            Figure.Of("phase_labelling", "s", Every(jobs, 1, static timed => timed.Phases.Labelling)),
            Figure.Of("phase_training", "s", lessons),
            Figure.Of("phase_messages_and_rest", "s", Every(jobs, 1, static timed => timed.Phases.Rest)),
            Figure.Of("evaluation_left_out", "s", Every(jobs, 1, static timed => timed.Phases.Evaluation)),
        ];
        return new("imitation", figures, peak, job.ShareOfPeak, plan.RepetitionCount);
    }

    private static StageReport Stage(RunReport report) =>
        report.Stages.Single(static stage => stage.Stage == RunStages.DaggerLastRound);

    /// <summary>Samples and gradient steps of all lessons.</summary>
    private static (double SampleCount, double GradientStepCount) Lessons(DaggerConfig dagger)
    {
        var (samples, steps, aggregate) = (0.0, 0.0, 0);
        foreach (var size in dagger.Rounds.Match(byLabels: DaggerRounds.Sizes, byEpisodes: static _ => []))
        {
            aggregate += size;
            var own = dagger.Student.GradientSteps(aggregate);
            steps += own;
            samples +=
                dagger.Student.EpochCount > 0
                    ? (double)dagger.Student.EpochCount * aggregate
                    : own * Math.Min(dagger.Student.BatchSize, aggregate);
        }

        return (samples, steps);
    }

    private static Timing Every(ImmutableArray<TimedJob> jobs, int workerCount, Func<TimedJob, double> seconds) =>
        new("", [.. jobs.Where(job => job.WorkerCount == workerCount).Select(seconds)]);
}
