using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;

namespace ActorIL.Bench.Updates;

/// <summary>One pass of behaviour cloning over data of any content.</summary>
internal static class CloningWork
{
    /// <summary>Gradient steps of the pass.</summary>
    public const int StepCount = 64;

    /// <param name="environment">Whose spaces.</param>
    /// <param name="ppo">Its network and settings of gradient steps.</param>
    /// <param name="batchSize">Samples of a gradient step.</param>
    public static Workload Of(EnvironmentEntry environment, PpoConfig ppo, int batchSize)
    {
        var config = new BehaviorCloningConfig
        {
            LearningRate = ppo.LearningRate,
            BatchSize = batchSize,
            UpdateCount = StepCount,
            GradientNormMax = ppo.GradientNormMax,
            AdamEpsilon = ppo.AdamEpsilon,
            Model = PolicyModel.Mlp(ppo.HiddenSizes, ppo.Activation),
        };
        var (observations, actions) = (environment.Module.Observations, environment.Module.Actions);
        var policy = PolicyArchitecture.Create(observations, actions, config.Model).Require();
        var state = BehaviorCloningState.Start(PolicyInitialization.Student(policy, RngKey.Root(1)));
        var data = SyntheticExperience.Labels(observations, actions, StepCount * batchSize);
        return new("cloning", () => BehaviorCloningUpdate.Train(config, policy, state, data, RngKey.Root(1)));
    }
}
