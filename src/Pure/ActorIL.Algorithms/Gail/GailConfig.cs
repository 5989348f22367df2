using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Gail;

/// <summary>Every setting of the discriminator and of the rewards it gives.</summary>
public sealed record GailConfig
{
    public required RewardForm Reward { get; init; }

    /// <summary>The reward of every step where the form is constant; finite.</summary>
    public required double ConstantReward { get; init; }

    /// <summary>Widths of the discriminator's hidden layers.</summary>
    public required EquatableArray<int> HiddenSizes { get; init; }

    public required ActivationFunction Activation { get; init; }

    /// <summary>Step size of Adam, &gt; 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Gradient steps for each rollout, ≥ 1.</summary>
    public required int UpdateCount { get; init; }

    /// <summary>Steps of the expert, and as many of the generator, in a gradient step, ≥ 1.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Bound of the global gradient norm, &gt; 0.</summary>
    public required double GradientNormMax { get; init; }

    /// <summary>Adam's ε, &gt; 0.</summary>
    public required double AdamEpsilon { get; init; }

    /// <summary>Weight of the entropy of D's answers in its objective, ≥ 0.</summary>
    public required double EntropyCoefficient { get; init; }

    /// <summary>Standard deviation of the noise on inputs while D learns, in their deviations, ≥ 0.</summary>
    public required double InputNoise { get; init; }

    /// <summary>Whether anything is learnt from demonstrations.</summary>
    public bool Learns => Reward != RewardForm.Constant;
}
