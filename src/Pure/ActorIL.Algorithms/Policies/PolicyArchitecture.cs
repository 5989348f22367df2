using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// The shape of a policy: what it sees of observations, and a network from there to the head that the action space
/// calls for.
/// </summary>
/// <remarks>
/// Discrete actions have a categorical head of one logit each. Box actions have a diagonal Gaussian head: the network
/// gives the mean, and one log standard deviation per component follows the network's parameters in the flat vector.
/// </remarks>
public sealed record PolicyArchitecture
{
    private PolicyArchitecture(
        Space observations,
        Space actions,
        PolicyModel model,
        NetworkSpecification network,
        int logStdCount
    ) => (Observations, Actions, Model, Network, LogStdCount) = (observations, actions, model, network, logStdCount);

    public Space Observations { get; }

    public Space Actions { get; }

    /// <summary>What it is made of.</summary>
    public PolicyModel Model { get; }

    /// <summary>From features to logits or means.</summary>
    public NetworkSpecification Network { get; }

    /// <summary>Components of a Gaussian head, 0 for a categorical one.</summary>
    public int LogStdCount { get; }

    public bool IsDiscrete => LogStdCount == 0;

    /// <summary>Floats the network sees at once.</summary>
    public int FeatureCount => Network.InputCount;

    /// <summary>Floats the view keeps between two steps of an episode, ≥ 0.</summary>
    public int ViewMemorySize => Model.View.MemorySize(Observations.Size, Actions.Size);

    /// <summary>Floats kept between two steps of an episode, ≥ 0: the view's, then the network's.</summary>
    public int MemorySize => ViewMemorySize + Network.MemoryCount;

    /// <summary>Length of the flat vector: network, then log standard deviations.</summary>
    public int ParameterCount => Network.ParameterCount + LogStdCount;

    /// <summary>The policy for an environment's spaces, or why there is none.</summary>
    public static Result<PolicyArchitecture, Error> Create(Space observations, Space actions, PolicyModel model)
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
            : model
                .View.For(observations.Size)
                .Then(view => NetworkOf(model, view.FeatureCount(observations.Size, actions.Size), outputCount))
                .Map(network => new PolicyArchitecture(observations, actions, model, network, logStdCount));
    }

    private static Result<NetworkSpecification, Error> NetworkOf(PolicyModel model, int featureCount, int outputCount)
    {
        var layers = ImmutableArray.CreateBuilder<Layer>();
        var width = featureCount;
        foreach (var hiddenSize in model.HiddenSizes)
        {
            layers.Add(new Layer.Dense(width, hiddenSize));
            layers.Add(new Layer.Activation(model.Activation));
            width = hiddenSize;
        }

        if (RecurrentLayer(model, width) is { } recurrent)
        {
            layers.Add(recurrent);
            width = model.RecurrentSize;
        }

        layers.Add(new Layer.Dense(width, outputCount));
        return NetworkSpecification.Create(featureCount, new(layers.DrainToImmutable()));
    }

    private static Layer? RecurrentLayer(PolicyModel model, int inputCount) =>
        model.Recurrent switch
        {
            RecurrentKind.None => null,
            RecurrentKind.Lstm => new Layer.Lstm(inputCount, model.RecurrentSize),
            RecurrentKind.Gru => new Layer.Gru(inputCount, model.RecurrentSize),
        };
}
