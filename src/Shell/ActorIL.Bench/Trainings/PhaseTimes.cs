using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Updates;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Plans;

namespace ActorIL.Bench.Trainings;

/// <summary>
/// Seconds of a whole training by phase: the library's own pieces, timed alone at the training's shapes, times how
/// often they run. Caches are warmer than in a run, so the phases are lower bounds.
/// </summary>
internal static class PhaseTimes
{
    /// <summary>Every phase, in the order of a training.</summary>
    /// <param name="environment">Where the training happens.</param>
    /// <param name="training">Its settings.</param>
    /// <param name="expert">The policy it came to: what validation runs.</param>
    /// <param name="validationStepCount">Steps of all its validations.</param>
    /// <param name="plan">How often and how long.</param>
    public static ImmutableArray<(string Phase, double Seconds)> Measure(
        EnvironmentEntry environment,
        ExpertPlan.Trained training,
        PolicySnapshot expert,
        long validationStepCount,
        MeasuringPlan plan
    )
    {
        var ppo = training.Ppo;
        var acting = new ActingWork(environment, ppo, ppo.EnvironmentCount);
        var update = new PpoWork(environment, ppo);
        var pieces = new MinibatchWork(update.Networks, update.Parameters, ppo.MinibatchSize);
        var (validation, validationSteps) = Validation(environment, expert, training.ValidationEpisodes);
        var timings = InterleavedTiming.Measure(
            plan,
            acting.Policy,
            acting.Sampling,
            Stepping(environment, ppo.EnvironmentCount),
            update.Update("prepare", 0),
            update.Update("update", ppo.EpochCount),
            pieces.Forward,
            pieces.ForwardAndBackward,
            pieces.Optimize,
            validation
        );
        double updates = ppo.UpdateCount;
        var (steps, minibatches) = (updates * ppo.RolloutSteps, updates * ppo.EpochCount * update.MinibatchCount);
        var learning = updates * timings[4].Beyond(timings[3]).Median;
        var forward = minibatches * timings[5].Median;
        var backward = minibatches * timings[6].Beyond(timings[5]).Median;
        var adam = minibatches * timings[7].Median;
        return
        [
            ("collect_policy", steps * timings[0].Median),
            ("collect_sample", steps * timings[1].Beyond(timings[0]).Median),
            ("collect_step", steps * timings[2].Median),
            ("values_and_advantages", updates * timings[3].Median),
            ("update_forward", forward),
            ("update_backward", backward),
            ("update_adam", adam),
            ("update_loss_and_gathering", Math.Max(0, learning - forward - backward - adam)),
            ("validation", validationStepCount * timings[8].Median / validationSteps),
        ];
    }

    /// <summary>The environments alone: their actions are drawn before.</summary>
    private static Workload Stepping(EnvironmentEntry entry, int count)
    {
        const int StepCount = 256;
        var environments = VectorEnvironment.Start(entry.Module, count, RngKey.Root(1));
        var size = count * environments.ActionSize;
        var actions = new float[StepCount * size];
        new RandomActions(entry.Module.Actions, RngKey.Root(2)).Fill(0, actions);
        var (observations, finals) = (
            new float[count * environments.ObservationSize],
            new float[count * environments.ObservationSize]
        );
        var (rewards, endings, step) = (new double[count], new Ending[count], 0);
        return new(
            "environment step",
            () =>
            {
                environments.Observe(observations);
                environments.Step(actions.AsSpan(step++ % StepCount * size, size), rewards, endings, finals);
            }
        );
    }

    private static (Workload Work, double StepCount) Validation(
        EnvironmentEntry entry,
        PolicySnapshot expert,
        int episodeCount
    )
    {
        var policy = NetworkPolicy.Create(entry.Module.Observations, entry.Module.Actions, expert).Require();
        var budget = new EpisodeBudget(0, episodeCount);
        var stepCount = EpisodeRunner.Run(entry.Module, policy, budget, RngKey.Root(3)).StepCountTotal;
        return (new("validation", () => EpisodeRunner.Run(entry.Module, policy, budget, RngKey.Root(3))), stepCount);
    }
}
