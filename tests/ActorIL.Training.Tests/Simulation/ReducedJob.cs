using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;
using ActorIL.Training.Plans;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Simulation;

/// <summary>Every stage and every actor of the main job, in a few milliseconds: schedules are tried on it.</summary>
internal static class ReducedJob
{
    /// <summary>
    /// PPO in two blocks with two validations, two clones of each kind, four rounds of DAgger, two evaluation shards.
    /// </summary>
    public static RunPlan Plan { get; } =
        SmallPlans.Of(SmallPlans.CartPole) with
        {
            Expert = new ExpertPlan.Trained(
                SmallPlans.Ppo with
                {
                    StepCount = 64,
                    EnvironmentCount = 2,
                    RolloutSteps = 8,
                    EpochCount = 1,
                    MinibatchSize = 16,
                    HiddenSizes = [4],
                },
                BlockCount: 2,
                ValidationEpisodes: 2,
                ValidationIntervalUpdates: 2
            ),
            Demonstration = new([1, 2], StepsMax: 10, FullEpisodes: true, Learning),
            Dagger = SmallPlans.Of(SmallPlans.CartPole).Dagger! with
            {
                Rounds = Rounds,
                ValidationEpisodes = 2,
                Student = Learning,
            },
            Evaluation = new(Seed: 99, EpisodeCount: 4, ShardCount: 2),
        };

    public static RoundPlan.ByLabels Rounds => SmallPlans.Rounds with { LabelCounts = [10, 20], LabelsPerRound = 5 };

    public static RunSimulation Simulation { get; } = RunSimulation.Of(Plan).Require();

    private static Algorithms.BehaviorCloning.BehaviorCloningConfig Learning =>
        SmallPlans.Cloning with
        {
            UpdateCount = 2,
            Model = PolicyModel.Mlp([4], ActivationFunction.Tanh),
        };
}
