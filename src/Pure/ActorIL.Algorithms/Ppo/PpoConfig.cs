using ActorIL.Algorithms.Critics;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Ppo;

/// <summary>Every setting of PPO. Defaults live in the reference configuration, not here.</summary>
public sealed record PpoConfig : IRolloutTraining
{
    /// <summary>What configurations and reports call it.</summary>
    public const string Word = "ppo";

    /// <inheritdoc/>
    public string AlgorithmName => Word;

    /// <summary>Environment steps to train for; rounded up to whole rollouts.</summary>
    public required long StepCount { get; init; }

    /// <summary>Parallel environments N, ≥ 1.</summary>
    public required int EnvironmentCount { get; init; }

    /// <summary>Steps of each environment per rollout T, ≥ 1.</summary>
    public required int RolloutSteps { get; init; }

    /// <summary>Passes over each rollout, ≥ 1.</summary>
    public required int EpochCount { get; init; }

    /// <summary>Samples per gradient step, ≥ 1; the last minibatch of an epoch may be smaller.</summary>
    public required int MinibatchSize { get; init; }

    /// <summary>γ in [0, 1].</summary>
    public required double Discount { get; init; }

    /// <summary>λ of generalised advantage estimation, in [0, 1].</summary>
    public required double Lambda { get; init; }

    /// <summary>Step size of Adam, &gt; 0.</summary>
    public required double LearningRate { get; init; }

    public required Schedule LearningRateSchedule { get; init; }

    /// <summary>ε of the clipped surrogate, &gt; 0.</summary>
    public required double Clip { get; init; }

    public required Schedule ClipSchedule { get; init; }

    /// <summary>Whether the value's change is clipped by ε too.</summary>
    public required bool ValueClip { get; init; }

    public required ValueLossForm ValueLoss { get; init; }

    /// <summary>Weight of the value loss, ≥ 0.</summary>
    public required double ValueCoefficient { get; init; }

    /// <summary>Weight of the entropy bonus, ≥ 0.</summary>
    public required double EntropyCoefficient { get; init; }

    /// <summary>Bound of the global gradient norm, &gt; 0.</summary>
    public required double GradientNormMax { get; init; }

    /// <summary>Adam's ε, outside root and bias correction, &gt; 0.</summary>
    public required double AdamEpsilon { get; init; }

    public required bool NormalizeAdvantages { get; init; }

    public required KlStop KlStop { get; init; }

    /// <summary>Target of the KL stop, &gt; 0; unused when it is off.</summary>
    public required double KlTarget { get; init; }

    /// <summary>Whether observations are normalised by running moments.</summary>
    public required bool NormalizeObservations { get; init; }

    /// <summary>Bound of a normalised observation's components, &gt; 0.</summary>
    public required double ObservationClip { get; init; }

    /// <summary>Factor on rewards for learning only, &gt; 0.</summary>
    public required double RewardScale { get; init; }

    /// <summary>Widths of the hidden layers of actor and critic.</summary>
    public required EquatableArray<int> HiddenSizes { get; init; }

    public required ActivationFunction Activation { get; init; }

    /// <summary>First updates in which only the critic learns, ≥ 0: the actor stays as it started.</summary>
    public int CriticWarmupUpdates { get; init; }

    /// <summary>Start of the Gaussian head's log standard deviation.</summary>
    public required double LogStdInitial { get; init; }

    /// <summary>What an episode's time limit means to the learner.</summary>
    public TimeLimitTreatment TimeLimit { get; init; } = TimeLimitTreatment.Bootstrap;

    /// <summary>How actor and critic begin.</summary>
    public InitializationScheme Initialization { get; init; } = InitializationScheme.Orthogonal;

    /// <summary>T × N.</summary>
    public int RolloutSize => RolloutSteps * EnvironmentCount;

    /// <summary>Rollouts, and so updates, of the whole training.</summary>
    public int UpdateCount => (int)((StepCount + RolloutSize - 1) / RolloutSize);

    /// <inheritdoc/>
    public TResult Open<TResult>(Space observations, Space actions, IRolloutFunction<TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.Apply(new PpoAlgorithm(this, PpoNetworks.Create(observations, actions, this).Require()));
    }
}
