using ActorIL.Algorithms.Critics;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// Actor and critic as separate networks in one flat vector: [actor | log standard deviations | critic].
/// </summary>
/// <param name="Policy">The actor, first in the vector, so that a policy's parameters are a prefix.</param>
/// <param name="Critic">V(s).</param>
public sealed record PpoNetworks(PolicyArchitecture Policy, ValueNetwork Critic)
{
    public int ParameterCount => Policy.ParameterCount + Critic.ParameterCount;

    /// <summary>The networks for an environment's spaces, or why there are none.</summary>
    public static Result<PpoNetworks, Error> Create(Space observations, Space actions, PpoConfig config) =>
        PolicyArchitecture
            .Create(observations, actions, PolicyModel.Mlp(config.HiddenSizes, config.Activation))
            .Then(policy =>
                ValueNetwork
                    .Create(observations, config.HiddenSizes, config.Activation)
                    .Map(critic => new PpoNetworks(policy, critic))
            );

    /// <summary>The actor network's share of a flat vector, shape [actor].</summary>
    public Span<float> Actor(Span<float> flat) => flat[..Policy.Network.ParameterCount];

    /// <summary>The log standard deviations' share, shape [action size] or empty.</summary>
    public Span<float> LogStd(Span<float> flat) => flat[Policy.Network.ParameterCount..Policy.ParameterCount];

    /// <summary>The critic's share, shape [critic].</summary>
    public Span<float> CriticShare(Span<float> flat) => flat[Policy.ParameterCount..];
}
