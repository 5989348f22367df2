using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Rollouts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Ppo;

/// <summary>PPO as what any algorithm is that learns from rollouts.</summary>
/// <param name="Config">Settings.</param>
/// <param name="Networks">Actor and critic.</param>
public sealed record PpoAlgorithm(PpoConfig Config, PpoNetworks Networks) : IRolloutAlgorithm<PpoState>
{
    /// <inheritdoc/>
    public PpoState Start(RngKey key) => PpoInitialization.Start(Config, Networks, key);

    /// <inheritdoc/>
    public PpoState WarmStart(PpoState start, PolicySnapshot policy) =>
        PpoWarmStart.Apply(Config, Networks, start, policy);

    /// <inheritdoc/>
    public (PpoState State, ImmutableArray<LearningMetric> Metrics) Update(
        PpoState state,
        Rollout rollout,
        RngKey key,
        IForkJoin? forks
    )
    {
        var (next, metrics) = PpoUpdate.Update(Config, Networks, state, rollout, key, forks);
        return (
            next,
            [
                new("policy_loss", metrics.PolicyLoss),
                new("value_loss", metrics.ValueLoss),
                new("entropy", metrics.Entropy),
                new("approx_kl", metrics.ApproximateKl),
                new("clip_fraction", metrics.ClipFraction),
                new("explained_variance", metrics.ExplainedVariance),
                new("gradient_norm", metrics.GradientNorm),
            ]
        );
    }

    /// <inheritdoc/>
    public PolicySnapshot Policy(PpoState state) => PpoPolicies.Snapshot(Config, Networks, state);

    /// <inheritdoc/>
    public int UpdateCountOf(PpoState state) => state.UpdateCount;
}
