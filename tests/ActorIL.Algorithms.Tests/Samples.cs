using System.Collections.Immutable;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests;

/// <summary>Small settings, spaces and rollouts that the tests share.</summary>
internal static class Samples
{
    public static Space TwoNumbers { get; } = new Space.Box([-10f, -10f], [10f, 10f]);

    public static Space ThreeChoices { get; } = new Space.Discrete(3);

    public static Space OneTorque { get; } = new Space.Box([-1f], [1f]);

    public static PpoConfig Ppo { get; } =
        new()
        {
            StepCount = 96,
            EnvironmentCount = 4,
            RolloutSteps = 8,
            EpochCount = 2,
            MinibatchSize = 8,
            Discount = 0.9,
            Lambda = 0.8,
            LearningRate = 1e-2,
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
            HiddenSizes = [8],
            Activation = ActivationFunction.Tanh,
            LogStdInitial = 0,
        };

    public static BehaviorCloningConfig Cloning { get; } =
        new()
        {
            LearningRate = 1e-2,
            BatchSize = 16,
            UpdateCount = 400,
            GradientNormMax = 10,
            AdamEpsilon = 1e-8,
            Model = PolicyModel.Mlp([16], ActivationFunction.Tanh),
        };

    public static PpoNetworks Networks(PpoConfig config, Space actions) =>
        PpoNetworks.Create(TwoNumbers, actions, config).Require();

    /// <summary>A rollout of random numbers in which every kind of ending occurs.</summary>
    public static Rollout Rollout(PpoConfig config, Space actions, RngKey key)
    {
        var count = config.RolloutSize;
        var endings = new byte[count];
        for (var i = 0; i < count; i++)
        {
            endings[i] = (byte)Draw.Index(key.Fold("endings"), (ulong)i, 3);
        }

        var isDiscrete = actions.Match(_ => true, _ => false, _ => false);
        var chosen = new float[count];
        for (var i = 0; i < count; i++)
        {
            chosen[i] = isDiscrete
                ? Draw.Index(key.Fold("actions"), (ulong)i, 3)
                : (float)Draw.Uniform(key.Fold("actions"), (ulong)i, -2, 2);
        }

        return new(
            config.EnvironmentCount,
            observationSize: 2,
            actionSize: 1,
            Numbers(key.Fold("observations"), 2 * count),
            [.. chosen],
            Numbers(key.Fold("rewards"), count),
            [.. endings],
            Numbers(key.Fold("finals"), 2 * endings.Count(ending => ending == (byte)Ending.Truncated)),
            Numbers(key.Fold("lasts"), 2 * config.EnvironmentCount)
        );
    }

    /// <summary>Observations in the square, labelled by which third of it they lie in.</summary>
    public static LabelledBatch Thirds(int count, RngKey key)
    {
        var observations = Numbers(key, 2 * count);
        var labels = Enumerable
            .Range(0, count)
            .Select(i =>
                observations[2 * i] switch
                {
                    < -0.3f => 0f,
                    < 0.3f => 1f,
                    _ => 2f,
                }
            );
        return new(observationSize: 2, actionSize: 1, observations, [.. labels]);
    }

    public static ImmutableArray<float> Numbers(RngKey key, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (float)Draw.Uniform(key, (ulong)i, -1, 1))];
}
