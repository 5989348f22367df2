using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// A start whose actor was trained before, by behaviour cloning or PPO. The critic starts as it always does, and may be
/// trained alone at first: <see cref="PpoConfig.CriticWarmupUpdates"/>.
/// </summary>
public static class PpoWarmStart
{
    /// <summary>The start with another actor; log standard deviations stay those of the configuration.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="networks">Actor and critic.</param>
    /// <param name="start">A start of its own.</param>
    /// <param name="policy">
    /// A policy of the actor's architecture, with a normaliser exactly where observations are normalised.
    /// </param>
    /// <exception cref="ArgumentException">The policy is of another size.</exception>
    public static PpoState Apply(PpoConfig config, PpoNetworks networks, PpoState start, PolicySnapshot policy)
    {
        if (policy.Parameters.Count != networks.Policy.ParameterCount)
        {
            throw new ArgumentException(
                $"The policy has {policy.Parameters.Count} parameters, the actor {networks.Policy.ParameterCount}."
            );
        }

        var parameters = start.Parameters.Values.ToArray();
        policy.Parameters.Values[..networks.Policy.Network.ParameterCount].CopyTo(networks.Actor(parameters));
        return start with
        {
            Parameters = ParameterBlock.Copy(parameters),
            Statistics = policy.Normalizer is { } normalizer ? Moments(config, normalizer) : start.Statistics,
        };
    }

    /// <summary>What the policy's observations were normalised by, weighing as much as one rollout.</summary>
    private static RunningMoments Moments(PpoConfig config, Standardization normalizer)
    {
        var (means, deviations) = (new double[normalizer.Means.Count], new double[normalizer.Means.Count]);
        for (var component = 0; component < means.Length; component++)
        {
            double factor = normalizer.Factors[component];
            means[component] = normalizer.Means[component];
            deviations[component] = config.RolloutSize / (factor * factor);
        }

        return new(config.RolloutSize, [.. means], [.. deviations]);
    }
}
