using ActorIL.Algorithms.Gail;
using ActorIL.Environments;
using ActorIL.Numerics.Networks;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Tests;

/// <summary>Generators against discriminators, small enough to run in a second.</summary>
internal static class GailPlans
{
    public static GailConfig Discriminator { get; } =
        new()
        {
            Reward = RewardForm.LogD,
            ConstantReward = 1,
            HiddenSizes = [8],
            Activation = ActivationFunction.Tanh,
            LearningRate = 1e-2,
            UpdateCount = 2,
            BatchSize = 16,
            GradientNormMax = 10,
            AdamEpsilon = 1e-8,
            EntropyCoefficient = 0.01,
            InputNoise = 0.1,
        };

    /// <summary>A scripted expert; one generator with an absorbing state and its control, one without.</summary>
    public static RunPlan Of(EnvironmentEntry environment)
    {
        var absorbing = new AdversaryPlan(
            "absorbed",
            DemonstrationCount: 2,
            Horizon: 20,
            Discriminator,
            new(
                SmallPlans.Ppo with
                {
                    StepCount = 128,
                    EnvironmentCount = 2,
                    RolloutSteps = 16,
                    EpochCount = 1,
                    MinibatchSize = 16,
                    HiddenSizes = [4],
                    NormalizeObservations = true,
                },
                BlockCount: 2,
                ValidationEpisodes: 2,
                ValidationIntervalUpdates: 2
            )
        );
        var plain = absorbing with
        {
            Name = "plain",
            Horizon = 0,
            DemonstrationCount = 1,
            Discriminator = Discriminator with { Reward = RewardForm.MinusLogOneMinusD },
        };
        return SmallPlans.Of(environment) with
        {
            Expert = new ExpertPlan.Scripted(),
            Demonstration = new([], StepsMax: 10, FullEpisodes: true, SmallPlans.Cloning),
            Dagger = null,
            Adversaries = [absorbing, absorbing.Control, plain],
            Evaluation = new(Seed: 99, EpisodeCount: 4, ShardCount: 2),
        };
    }
}
