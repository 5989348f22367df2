using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Critics;

/// <summary>A network from rows to one number each: what value, Q and cost networks have in common.</summary>
public abstract record Critic
{
    private const float OutputGain = 1f;

    private protected Critic(NetworkSpecification network) => Network = network;

    /// <summary>From a row to one number.</summary>
    public NetworkSpecification Network { get; }

    /// <summary>Length of the flat parameter vector.</summary>
    public int ParameterCount => Network.ParameterCount;

    /// <summary>First parameters, with an optimiser that has seen nothing.</summary>
    /// <param name="key">Source.</param>
    /// <param name="scheme">How they are drawn.</param>
    public CriticState Start(RngKey key, InitializationScheme scheme = InitializationScheme.Orthogonal)
    {
        var parameters = new float[ParameterCount];
        Initialize(scheme, key, parameters);
        var zeros = ParameterBlock.Copy(new float[ParameterCount]);
        return new(ParameterBlock.Copy(parameters), zeros, zeros, GradientStepCount: 0);
    }

    /// <summary>Draws first parameters; orthogonal weights have gain 1 in the last layer.</summary>
    /// <param name="scheme">How.</param>
    /// <param name="key">Source.</param>
    /// <param name="parameters">Written, shape [<see cref="ParameterCount"/>].</param>
    /// <exception cref="ArgumentException">The length disagrees.</exception>
    public void Initialize(InitializationScheme scheme, RngKey key, Span<float> parameters)
    {
        if (scheme == InitializationScheme.FanIn)
        {
            NetworkInitialization.FillFanIn(Network, key, parameters);
            return;
        }

        NetworkInitialization.FillOrthogonal(Network, NetworkInitialization.HiddenGain, OutputGain, key, parameters);
    }

    /// <summary>A multilayer perceptron with one output.</summary>
    private protected static Result<NetworkSpecification, Error> NetworkOf(
        int inputCount,
        EquatableArray<int> hiddenSizes,
        ActivationFunction activation
    ) => NetworkSpecification.Mlp(inputCount, hiddenSizes.AsSpan(), 1, activation);

    /// <summary>Numbers of rows, shape [n, inputs], into shape [n].</summary>
    private protected void EvaluateRows(ReadOnlySpan<float> parameters, ReadOnlySpan<float> rows, Span<float> numbers)
    {
        var count = numbers.Length;
        Shape.Require("rows", rows.Length, count, Network.InputCount);
        Numerics.Networks.Network.Evaluate(Network, parameters, rows, count, numbers);
    }
}
