using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Critics;

/// <summary>Q(s, a): the return to come from an observation after an action. The best action has the largest.</summary>
public sealed record QNetwork : StepCritic
{
    private QNetwork(StepFeatures features, NetworkSpecification network)
        : base(features, network) { }

    private protected override float Sign => 1;

    /// <summary>The network for an environment's spaces, or why there is none.</summary>
    /// <param name="observations">Any space; its elements are taken as they are.</param>
    /// <param name="actions">Discrete, one-hot to the network, or Box.</param>
    /// <param name="hiddenSizes">Widths of the hidden layers, each ≥ 1; none for a linear map.</param>
    /// <param name="activation">What follows each hidden layer.</param>
    public static Result<QNetwork, Error> Create(
        Space observations,
        Space actions,
        EquatableArray<int> hiddenSizes,
        ActivationFunction activation
    ) =>
        Create(
            observations,
            actions,
            hiddenSizes,
            activation,
            static (features, network) => new QNetwork(features, network)
        );
}
