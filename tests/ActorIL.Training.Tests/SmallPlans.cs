using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Numerics.Networks;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Tests;

/// <summary>Plans small enough to run in a second or two, with every stage of a real one.</summary>
internal static class SmallPlans
{
    public static PpoConfig Ppo { get; } =
        new()
        {
            StepCount = 1_024,
            EnvironmentCount = 4,
            RolloutSteps = 64,
            EpochCount = 2,
            MinibatchSize = 64,
            Discount = 0.99,
            Lambda = 0.95,
            LearningRate = 1e-3,
            LearningRateSchedule = Schedule.Constant,
            Clip = 0.2,
            ClipSchedule = Schedule.Constant,
            ValueClip = true,
            ValueLoss = ValueLossForm.HalfSquaredError,
            ValueCoefficient = 0.5,
            EntropyCoefficient = 0.01,
            GradientNormMax = 0.5,
            AdamEpsilon = 1e-5,
            NormalizeAdvantages = true,
            KlStop = KlStop.Off,
            KlTarget = 0.01,
            NormalizeObservations = false,
            ObservationClip = 10,
            RewardScale = 1,
            HiddenSizes = [16],
            Activation = ActivationFunction.Tanh,
            LogStdInitial = 0,
        };

    public static BehaviorCloningConfig Cloning { get; } =
        new()
        {
            LearningRate = 1e-2,
            BatchSize = 32,
            UpdateCount = 40,
            GradientNormMax = 10,
            AdamEpsilon = 1e-8,
            Model = PolicyModel.Mlp([16], ActivationFunction.Tanh),
        };

    public static RoundPlan.ByLabels Rounds { get; } =
        new(
            [10, 30],
            LabelsPerRound: 10,
            LateLabelsPerRound: 10,
            LateFrom: 500,
            new MixtureStrategy(BetaSchedule.Exponential, Decay: 0.5, RoundCount: 4)
        );

    /// <summary>A student with an LSTM that sees its previous action and two of four components.</summary>
    public static StudentPlan Remembering { get; } =
        new(
            "lstm",
            "dagger",
            new()
            {
                Rounds = new RoundPlan.ByEpisodes(
                    RoundCount: 3,
                    FirstEpisodes: 2,
                    EpisodesPerRound: 2,
                    new MixtureStrategy(BetaSchedule.Exponential, Decay: 0.5, RoundCount: 1)
                ),
                WarmStart = true,
                ValidationEpisodes = 3,
                Student = Cloning with
                {
                    UpdateCount = 5,
                    BatchSize = 8,
                    WindowSteps = 4,
                    BurnInSteps = 3,
                    Model = new(
                        new([0, 2], PreviousAction: true, FrameCount: 1),
                        [4],
                        ActivationFunction.Tanh,
                        RecurrentKind.Lstm,
                        RecurrentSize: 4
                    ),
                },
            }
        );

    /// <summary>The plan of <see cref="Of"/> with one student of each kind beside it.</summary>
    public static RunPlan WithStudents(EnvironmentEntry environment) =>
        Of(environment) with
        {
            Students = [Remembering, Doubting, Watched, Cloned],
        };

    private static StudentPlan Watched =>
        new(
            "watched",
            "hg-dagger",
            Remembering.Learning with
            {
                Rounds = Later(new TakeoverStrategy(Engage: 0.3, Release: 0.1)),
                Replay = new(CapacityMax: 30, EmptiedEveryEpisodes: 3),
            }
        );

    private static StudentPlan Cloned =>
        new(
            "clone",
            "bc",
            Remembering.Learning with
            {
                Rounds = Later(new MixtureStrategy(BetaSchedule.Indicator, 0, 1)) with { RoundCount = 1 },
                Student = Cloning with { UpdateCount = 5 },
            }
        );

    /// <summary>Four rounds of an episode each.</summary>
    public static RoundPlan.ByEpisodes Later(IQueryStrategy strategy) =>
        new(RoundCount: 4, FirstEpisodes: 1, EpisodesPerRound: 1, strategy);

    /// <summary>An ensemble that asks where it disagrees.</summary>
    public static StudentPlan Doubting { get; } =
        new(
            "ensemble",
            "ensemble-dagger",
            Remembering.Learning with
            {
                Rounds = new RoundPlan.ByEpisodes(
                    RoundCount: 3,
                    FirstEpisodes: 1,
                    EpisodesPerRound: 2,
                    new UncertaintyStrategy(EnsembleSize: 2, Threshold: 1e-4, LabelsPerEpisode: 5)
                ),
                Student = Cloning with { UpdateCount = 5 },
                ValidationIntervalRounds = 2,
            }
        );

    /// <summary>PPO in two blocks, two clones of each kind, three rounds of DAgger, everything evaluated.</summary>
    public static RunPlan Of(EnvironmentEntry environment, ulong seed = 1) =>
        new()
        {
            Seed = seed,
            Environment = environment,
            Expert = new ExpertPlan.Trained(Ppo, BlockCount: 2, ValidationEpisodes: 4, ValidationIntervalUpdates: 2),
            Demonstration = new([1, 2], StepsMax: 10, FullEpisodes: true, Cloning),
            Dagger = new DaggerConfig
            {
                Rounds = Rounds,
                WarmStart = true,
                ValidationEpisodes = 5,
                Student = Cloning,
            },
            Evaluation = new(Seed: 99, EpisodeCount: 12, ShardCount: 3),
            RetriesMax = 3,
            HopsPerTickMax = 1_000_000,
        };

    /// <summary>The plan of <see cref="Of"/>, collecting while it learns.</summary>
    public static RunPlan Lagging => LaggingIn(CartPole);

    /// <summary>The same in another environment.</summary>
    public static RunPlan LaggingIn(EnvironmentEntry environment) =>
        Of(environment) with
        {
            Expert = new ExpertPlan.Trained(Ppo, BlockCount: 2, ValidationEpisodes: 4, ValidationIntervalUpdates: 2)
            {
                PolicyLag = 1,
            },
        };

    public static EnvironmentEntry CartPole => EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();

    public static EnvironmentEntry Pendulum => EnvironmentCatalog.Shipped.Find("Pendulum-v1").Require();
}
