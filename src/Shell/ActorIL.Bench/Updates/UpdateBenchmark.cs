using System.Collections.Immutable;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;

namespace ActorIL.Bench.Updates;

/// <summary>What learning costs: gradient steps of PPO and of behaviour cloning, and asking for an action.</summary>
public static class UpdateBenchmark
{
    private const int SmallBatch = 128;
    private const int LargeBatch = 2_048;
    private const int EpochCount = 8;
    private const int CloningSteps = 64;

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
            Cloning(environment, ppo)
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
                .Rate("cloning_samples_128", "samples/s", timings[6], CloningSteps * SmallBatch)
                .WithShare(small.ActorOperationCount * CloningSteps * SmallBatch, timings[6].Median, peak),
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

    private static Workload Cloning(EnvironmentEntry environment, PpoConfig ppo)
    {
        var config = new BehaviorCloningConfig
        {
            LearningRate = ppo.LearningRate,
            BatchSize = SmallBatch,
            UpdateCount = CloningSteps,
            GradientNormMax = ppo.GradientNormMax,
            AdamEpsilon = ppo.AdamEpsilon,
            Model = PolicyModel.Mlp(ppo.HiddenSizes, ppo.Activation),
        };
        var (observations, actions) = (environment.Module.Observations, environment.Module.Actions);
        var policy = PolicyArchitecture.Create(observations, actions, config.Model).Require();
        var state = BehaviorCloningState.Start(PolicyInitialization.Student(policy, RngKey.Root(1)));
        var data = SyntheticExperience.Labels(observations, actions, CloningSteps * SmallBatch);
        return new("cloning", () => BehaviorCloningUpdate.Train(config, policy, state, data, RngKey.Root(1)));
    }
}
