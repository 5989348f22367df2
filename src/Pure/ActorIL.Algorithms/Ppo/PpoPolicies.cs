using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Ppo;

/// <summary>The policy within a training state.</summary>
public static class PpoPolicies
{
    // Keeps a component that never changes finite.
    private const double VarianceFloor = 1e-8;

    /// <summary>
    /// The statistics as policy and learner apply them until the next update; null without normalisation.
    /// </summary>
    public static Standardization? Normalizer(PpoConfig config, PpoState state) =>
        state.Statistics is { } moments
            ? Standardization.Freeze(moments, VarianceFloor, (float)config.ObservationClip)
            : null;

    /// <summary>The current policy, self-contained.</summary>
    public static PolicySnapshot Snapshot(PpoConfig config, PpoNetworks networks, PpoState state) =>
        new(
            PolicyModel.Mlp(config.HiddenSizes, config.Activation),
            ParameterBlock.Copy(state.Parameters.Values[..networks.Policy.ParameterCount]),
            Normalizer(config, state)
        );
}
