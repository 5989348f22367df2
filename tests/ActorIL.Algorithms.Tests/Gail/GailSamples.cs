using ActorIL.Algorithms.Gail;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests.Gail;

/// <summary>Small settings that the tests of the discriminator share.</summary>
internal static class GailSamples
{
    public static GailConfig Config { get; } =
        new()
        {
            Reward = RewardForm.Logit,
            ConstantReward = 1,
            HiddenSizes = [8],
            Activation = ActivationFunction.Tanh,
            LearningRate = 1e-2,
            UpdateCount = 20,
            BatchSize = 32,
            GradientNormMax = 10,
            AdamEpsilon = 1e-8,
            EntropyCoefficient = 0,
            InputNoise = 0,
        };

    public static Discriminator Discriminator(GailConfig config, Space actions) =>
        GailFeatures
            .Create(Samples.TwoNumbers, actions, hasAbsorbingState: false)
            .Then(features => Algorithms.Gail.Discriminator.Create(features, config))
            .Require();
}
