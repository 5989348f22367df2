using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Critics;

/// <summary>V(s): the return to come from an observation.</summary>
public sealed record ValueNetwork : Critic
{
    private ValueNetwork(NetworkSpecification network)
        : base(network) { }

    /// <summary>Floats an observation.</summary>
    public int ObservationSize => Network.InputCount;

    /// <summary>The network for a space, or why there is none.</summary>
    /// <param name="observations">Any space of at least one number; its elements are taken as they are.</param>
    /// <param name="hiddenSizes">Widths of the hidden layers, each ≥ 1; none for a linear map.</param>
    /// <param name="activation">What follows each hidden layer.</param>
    public static Result<ValueNetwork, Error> Create(
        Space observations,
        EquatableArray<int> hiddenSizes,
        ActivationFunction activation
    ) => NetworkOf(observations.Size, hiddenSizes, activation).Map(network => new ValueNetwork(network));

    /// <summary>V of observations.</summary>
    /// <param name="parameters">Flat, shape [<see cref="Critic.ParameterCount"/>].</param>
    /// <param name="observations">Shape [n, observation size].</param>
    /// <param name="values">Written, shape [n], in the unit of returns.</param>
    /// <exception cref="ArgumentException">The sizes disagree.</exception>
    public void Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<float> observations, Span<float> values) =>
        EvaluateRows(parameters, observations, values);

    /// <summary>What to fit to.</summary>
    /// <param name="observations">Shape [n, observation size].</param>
    /// <param name="returns">Shape [n].</param>
    /// <exception cref="ArgumentException">The sizes disagree.</exception>
    public CriticBatch Batch(ReadOnlySpan<float> observations, ReadOnlySpan<float> returns)
    {
        Shape.Require("observations", observations.Length, returns.Length, ObservationSize);
        return new(ObservationSize, [.. observations], [.. returns]);
    }
}
