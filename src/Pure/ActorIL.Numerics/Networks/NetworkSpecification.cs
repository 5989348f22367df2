using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// A network as a list of layers, checked; its parameters live elsewhere, in one flat vector.
/// </summary>
/// <remarks>
/// The vector holds each layer's weights, [in, out] row-major, then its biases, layer after layer; a layer norm has
/// gain, then offset; a recurrent layer W_ih [in, gates · hidden], W_hh [hidden, gates · hidden], b_ih, b_hh. See
/// <see cref="Tensors"/>, and <see cref="ParameterLayout"/> for PyTorch's [out, in].
/// </remarks>
public sealed record NetworkSpecification
{
    private NetworkSpecification(int inputCount, EquatableArray<Layer> layers, NetworkPlan plan)
    {
        InputCount = inputCount;
        Layers = layers;
        Plan = plan;
    }

    /// <summary>Columns of the input.</summary>
    public int InputCount { get; }

    /// <summary>Columns of the output.</summary>
    public int OutputCount => Plan.OutputCount;

    /// <summary>Length of the flat parameter vector.</summary>
    public int ParameterCount => Plan.ParameterCount;

    /// <summary>
    /// Floats of memory that a row keeps from one time step to the next: h then c for each LSTM layer, h for each GRU
    /// layer, in order of the layers; 0 for a feed-forward network.
    /// </summary>
    public int MemoryCount => Plan.MemoryCount;

    public EquatableArray<Layer> Layers { get; }

    /// <summary>Where each tensor lies in the flat parameter vector, in order.</summary>
    public ImmutableArray<TensorSlice> Tensors => [.. Plan.Steps.Items.SelectMany(NetworkTensors.Of)];

    internal NetworkPlan Plan { get; }

    /// <summary>A checked network.</summary>
    /// <param name="inputCount">Columns of the input, at least 1.</param>
    /// <param name="layers">At least one layer, each taking what the one before it gives.</param>
    /// <returns>The network, or what is wrong with which layer.</returns>
    public static Result<NetworkSpecification, Error> Create(int inputCount, EquatableArray<Layer> layers) =>
        NetworkPlanner.Create(inputCount, layers.Items).Map(plan => new NetworkSpecification(inputCount, layers, plan));

    /// <summary>Dense layers with an activation between, none after the last.</summary>
    /// <param name="inputCount">Columns of the input, at least 1.</param>
    /// <param name="hiddenCounts">Width of each hidden layer, each at least 1; none for a linear map.</param>
    /// <param name="outputCount">Columns of the output, at least 1.</param>
    /// <param name="activation">What follows each hidden layer.</param>
    /// <returns>The network, or what is wrong with which layer.</returns>
    public static Result<NetworkSpecification, Error> Mlp(
        int inputCount,
        ReadOnlySpan<int> hiddenCounts,
        int outputCount,
        ActivationFunction activation
    )
    {
        var layers = ImmutableArray.CreateBuilder<Layer>((2 * hiddenCounts.Length) + 1);
        var width = inputCount;
        foreach (var hiddenCount in hiddenCounts)
        {
            layers.Add(new Layer.Dense(width, hiddenCount));
            layers.Add(new Layer.Activation(activation));
            width = hiddenCount;
        }

        layers.Add(new Layer.Dense(width, outputCount));
        return Create(inputCount, new(layers.DrainToImmutable()));
    }
}
