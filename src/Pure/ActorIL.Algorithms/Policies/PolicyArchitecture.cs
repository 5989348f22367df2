using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Policies;

/// <summary>The shape of a policy: a network from observations to the head that the action space calls for.</summary>
/// <remarks>
/// Discrete actions have a categorical head of one logit each. Box actions have a diagonal Gaussian head: the network
/// gives the mean, and one log standard deviation per component follows the network's parameters in the flat vector.
/// </remarks>
public sealed record PolicyArchitecture
{
    private PolicyArchitecture(Space observations, Space actions, NetworkSpecification network, int logStdCount) =>
        (Observations, Actions, Network, LogStdCount) = (observations, actions, network, logStdCount);

    public Space Observations { get; }

    public Space Actions { get; }

    /// <summary>From observations to logits or means.</summary>
    public NetworkSpecification Network { get; }

    /// <summary>Components of a Gaussian head, 0 for a categorical one.</summary>
    public int LogStdCount { get; }

    public bool IsDiscrete => LogStdCount == 0;

    /// <summary>Length of the flat vector: network, then log standard deviations.</summary>
    public int ParameterCount => Network.ParameterCount + LogStdCount;

    /// <summary>The policy for an environment's spaces, or why there is none.</summary>
    public static Result<PolicyArchitecture, Error> Create(
        Space observations,
        Space actions,
        ReadOnlySpan<int> hiddenSizes,
        ActivationFunction activation
    )
    {
        var (outputCount, logStdCount) = actions.Match(
            discrete: discrete => (discrete.Count, 0),
            box: box => (box.Size, box.Size),
            product: _ => (0, 0)
        );
        return outputCount == 0
            ? Result.Failure<PolicyArchitecture, Error>(
                new(
                    "action space",
                    actions.ToString(),
                    "Discrete or Box",
                    "Flatten a product space in the environment."
                )
            )
            : NetworkSpecification
                .Mlp(observations.Size, hiddenSizes, outputCount, activation)
                .Map(network => new PolicyArchitecture(observations, actions, network, logStdCount));
    }
}
