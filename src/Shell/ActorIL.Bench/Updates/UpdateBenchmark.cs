using System.Collections.Immutable;
using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Measuring;
using ActorIL.Environments;

namespace ActorIL.Bench.Updates;

/// <summary>What learning costs: gradient steps of PPO and of behaviour cloning, and asking for an action.</summary>
public static class UpdateBenchmark
{
    private const int SmallBatch = 128;
    private const int LargeBatch = 2_048;
    private const int EpochCount = 8;

    /// <summary>All figures; every minibatch has forward, loss, backward, clipping and Adam.</summary>
    /// <param name="environment">Whose spaces.</param>
    /// <param name="ppo">Networks and settings; batches are this benchmark's own.</param>
    /// <param name="plan">How often and how long.</param>
    public static BenchmarkReport Run(EnvironmentEntry environment, PpoConfig ppo, MeasuringPlan plan)
    {
        var peak = MachinePeak.Gigaflops(plan);
        var small = new PpoWork(environment, Sized(ppo, rolloutSize: 4 * SmallBatch, SmallBatch));
        var large = new PpoWork(environment, Sized(ppo, rolloutSize: LargeBatch, LargeBatch));
        var acting = new ActingWork(environment, ppo, ppo.EnvironmentCount);
        var timings = InterleavedTiming.Measure(
            plan,
            small.Update("small without epochs", 0),
            small.Update("small", EpochCount),
            large.Update("large without epochs", 0),
            large.Update("large", EpochCount),
            acting.PolicyAndValue,
            acting.Sampling,
            CloningWork.Of(environment, ppo, SmallBatch)
        );

        // What an update does once drops out of the difference.
        var smallSteps = timings[1].Beyond(timings[0]).Select("", seconds => Each(seconds, small));
        var largeSteps = timings[3].Beyond(timings[2]).Select("", seconds => Each(seconds, large));
        var minibatch = Figure
            .Microseconds("minibatch_128", smallSteps)
            .WithShare(small.MinibatchOperationCount, smallSteps.Median, peak);
        ImmutableArray<Figure> figures =
        [
            minibatch,
            Figure
                .Rate("samples_2048", "samples/s", largeSteps, LargeBatch)
                .WithShare(large.MinibatchOperationCount, largeSteps.Median, peak),
            Figure.Of("samples_limit", "samples/s", peak * 1e9 / large.SampleOperationCount),
            Figure.Microseconds("policy_and_value", timings[4]),
            Figure.Microseconds("policy_and_sample", timings[5]),
            Figure
                .Rate("cloning_samples_128", "samples/s", timings[6], CloningWork.StepCount * SmallBatch)
                .WithShare(small.ActorOperationCount * CloningWork.StepCount * SmallBatch, timings[6].Median, peak),
        ];
        return new("update", figures, peak, minibatch.ShareOfPeak, plan.RepetitionCount);
    }

    private static double Each(double seconds, PpoWork work) => seconds / (EpochCount * work.MinibatchCount);

    private static PpoConfig Sized(PpoConfig ppo, int rolloutSize, int minibatchSize) =>
        ppo with
        {
            EnvironmentCount = 4,
            RolloutSteps = rolloutSize / 4,
            MinibatchSize = minibatchSize,
        };
}
