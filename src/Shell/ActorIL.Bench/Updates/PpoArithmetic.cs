using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Bench.Updates;

/// <summary>Multiplications and additions of a sample in a gradient step: the products, nothing else.</summary>
internal static class PpoArithmetic
{
    /// <summary>Of actor and critic together.</summary>
    public static double Sample(EnvironmentModule environment, PpoConfig config)
    {
        var networks = PpoNetworks.Create(environment.Observations, environment.Actions, config).Require();
        return Network(networks.Policy.Network, config) + Network(networks.Critic.Network, config);
    }

    /// <summary>
    /// Of one network: forward, weight gradients, and input gradients of all layers but the first.
    /// </summary>
    public static double Network(NetworkSpecification network, PpoConfig config)
    {
        var (sum, before) = (0.0, network.InputCount);
        foreach (var size in config.HiddenSizes.Items)
        {
            sum += (double)before * size;
            before = size;
        }

        sum += (double)before * network.OutputCount;
        var first =
            (double)network.InputCount * (config.HiddenSizes.Count > 0 ? config.HiddenSizes[0] : network.OutputCount);
        return (6 * sum) - (2 * first);
    }
}
