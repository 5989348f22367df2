using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Values;

/// <summary>
/// Networks that say what states, or actions in them, are worth: V(s), Q(s, a), or a cost, which is the same with
/// another sign. PPO's critic is one.
/// </summary>
/// <remarks>Source: Sutton and Barto 2018, "Reinforcement learning", sections 3.5 and 9.1.</remarks>
public static class ValueNetworks
{
    /// <summary>V(s): from an observation to one value.</summary>
    /// <param name="observations">What it sees.</param>
    /// <param name="hiddenSizes">Widths of the hidden layers, each ≥ 1.</param>
    /// <param name="activation">What follows each of them.</param>
    /// <returns>The network, or what is wrong with which layer.</returns>
    public static Result<NetworkSpecification, Error> OfStates(
        Space observations,
        EquatableArray<int> hiddenSizes,
        ActivationFunction activation
    ) => NetworkSpecification.Mlp(observations.Size, hiddenSizes.AsSpan(), 1, activation);

    /// <summary>
    /// Q: for Discrete actions from an observation to one value an action; for a Box from observation and action, side
    /// by side, to one value.
    /// </summary>
    /// <param name="observations">What it sees.</param>
    /// <param name="actions">What there is to do.</param>
    /// <param name="hiddenSizes">Widths of the hidden layers, each ≥ 1.</param>
    /// <param name="activation">What follows each of them.</param>
    /// <returns>The network, or what is wrong with which layer or with the space.</returns>
    public static Result<NetworkSpecification, Error> OfActions(
        Space observations,
        Space actions,
        EquatableArray<int> hiddenSizes,
        ActivationFunction activation
    ) =>
        actions.Match(
            discrete: space =>
                NetworkSpecification.Mlp(observations.Size, hiddenSizes.AsSpan(), space.Count, activation),
            box: space => NetworkSpecification.Mlp(observations.Size + space.Size, hiddenSizes.AsSpan(), 1, activation),
            product: _ =>
                Result.Failure<NetworkSpecification, Error>(
                    new(
                        "action space",
                        actions.ToString(),
                        "Discrete or Box",
                        "Flatten a product space in the environment."
                    )
                )
        );

    /// <summary>Values of rows.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parameters">Flat, shape [parameters].</param>
    /// <param name="inputs">Shape [n, inputs].</param>
    /// <returns>Shape [n, outputs].</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static float[] Evaluate(
        NetworkSpecification network,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> inputs
    )
    {
        var count = inputs.Length / network.InputCount;
        var values = new float[count * network.OutputCount];
        var workspace = new float[Network.ForwardWorkspaceLength(network, count)];
        Network.Forward(network, parameters, inputs, count, workspace, values);
        return values;
    }

    /// <summary>Mean squared error against returns or costs, with its gradient.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parameters">Flat, shape [parameters].</param>
    /// <param name="inputs">Shape [n, inputs], n ≥ 1.</param>
    /// <param name="targets">
    /// Shape [n, outputs]. The network's own value where a target is not known: it teaches nothing there.
    /// </param>
    /// <param name="gradient">Written, shape [parameters].</param>
    /// <returns>The loss, in the unit of the targets squared.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static float Loss(
        NetworkSpecification network,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> targets,
        Span<float> gradient
    )
    {
        var count = inputs.Length / network.InputCount;
        var (values, slopes) = (new float[count * network.OutputCount], new float[count * network.OutputCount]);
        var workspace = new float[Network.WorkspaceLength(network, count)];
        Network.Forward(network, parameters, inputs, count, workspace, values);
        var loss = MeanSquaredError.Evaluate(values, targets, slopes);
        Network.Backward(network, parameters, inputs, count, workspace, slopes, gradient);
        return loss;
    }
}
