using System.Collections.Immutable;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Prelude;
using ActorIL.Training.Plans;

namespace ActorIL.Bench.Growth;

/// <summary>Throughput and memory of trainings by PPO as environments, networks, workers and runs grow.</summary>
public static class GrowthBenchmark
{
    /// <summary>All trainings of a plan, the short ones in turns after one to warm up.</summary>
    /// <param name="run">What they have in common: an expert by PPO.</param>
    /// <param name="training">The same expert's settings.</param>
    /// <param name="plan">Which trainings.</param>
    public static Result<GrowthReport, Error> Run(RunPlan run, ExpertPlan.Trained training, GrowthPlan plan)
    {
        var peak = MachinePeak.Gigaflops(new(plan.RepetitionCount, MeasuringPlan.SampleSecondsDefault));
        var warm = GrowthTraining.Run(run, training, plan.Points[0], 1, peak).Map(_ => ImmutableArray<GrowthRow>.Empty);
        return Enumerable
            .Range(0, plan.RepetitionCount)
            .SelectMany(_ => plan.Points)
            .Aggregate(
                warm,
                (before, point) =>
                    before.Then(rows =>
                        GrowthTraining.Run(run, training, point, 1, peak).Map(one => rows.AddRange(one))
                    )
            )
            .Then(rows =>
                GrowthTraining
                    .Run(run, training, plan.Long, plan.PartCount, peak)
                    .Map(parts => new GrowthReport(
                        [.. rows.GroupBy(static row => row.Point).Select(Together), .. parts],
                        peak,
                        plan.RepetitionCount
                    ))
            );
    }

    private static GrowthRow Together(IGrouping<GrowthPoint, GrowthRow> rows) =>
        new(
            rows.Key,
            Medians.Of(rows.Select(static row => row.StepsPerSecond)),
            rows.Min(static row => row.Least),
            rows.Max(static row => row.Most),
            Medians.Of(rows.Select(static row => row.ShareOfPeak)),
            Medians.Of(rows.Select(static row => row.PeakMebibytes)),
            Medians.Of(rows.Select(static row => row.HeapMebibytes))
        );
}
