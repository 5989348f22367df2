using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Ppo;

/// <summary>The state before the first update.</summary>
public static class PpoInitialization
{
    /// <summary>Actor and critic from keys of their own, zero moments, nothing observed.</summary>
    public static PpoState Start(PpoConfig config, PpoNetworks networks, RngKey key)
    {
        var parameters = new float[networks.ParameterCount];
        FillActor(config.Initialization, networks.Policy.Network, key.Fold("actor"), networks.Actor(parameters));
        networks.LogStd(parameters).Fill((float)config.LogStdInitial);
        networks.Critic.Initialize(config.Initialization, key.Fold("critic"), networks.CriticShare(parameters));
        var zeros = ParameterBlock.Copy(new float[networks.ParameterCount]);
        return new()
        {
            Parameters = ParameterBlock.Copy(parameters),
            FirstMoments = zeros,
            SecondMoments = zeros,
            GradientStepCount = 0,
            UpdateCount = 0,
            Statistics = config.NormalizeObservations ? RunningMoments.Empty(networks.Critic.ObservationSize) : null,
        };
    }

    private static void FillActor(
        InitializationScheme scheme,
        NetworkSpecification network,
        RngKey key,
        Span<float> parameters
    )
    {
        if (scheme == InitializationScheme.FanIn)
        {
            NetworkInitialization.FillFanIn(network, key, parameters);
            return;
        }

        NetworkInitialization.FillOrthogonal(
            network,
            NetworkInitialization.HiddenGain,
            PolicyInitialization.HeadGain,
            key,
            parameters
        );
    }
}
