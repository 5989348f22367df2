using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Networks;

public sealed class NetworkSpecificationTests
{
    [Fact]
    public void Tensors_lie_one_after_another_in_the_flat_vector()
    {
        var specification = NetworkSpecification.Mlp(4, [64, 64], 2, ActivationFunction.Tanh).Require();
        Assert.Equal((4 * 64) + 64 + (64 * 64) + 64 + (64 * 2) + 2, specification.ParameterCount);
        Assert.Equal(
            [
                new TensorSlice("0.weight", 0, 256, [4, 64]),
                new TensorSlice("0.bias", 256, 64, [64]),
                new TensorSlice("2.weight", 320, 4096, [64, 64]),
                new TensorSlice("2.bias", 4416, 64, [64]),
                new TensorSlice("4.weight", 4480, 128, [64, 2]),
                new TensorSlice("4.bias", 4608, 2, [2]),
            ],
            specification.Tensors
        );
    }

    [Fact]
    public void Equal_layers_make_equal_networks() =>
        Assert.Equal(
            NetworkSpecification.Mlp(4, [8], 2, ActivationFunction.Tanh).Require(),
            NetworkSpecification
                .Create(
                    4,
                    [new Layer.Dense(4, 8), new Layer.Activation(ActivationFunction.Tanh), new Layer.Dense(8, 2)]
                )
                .Require()
        );

    [Fact]
    public void Without_hidden_layers_the_network_is_linear() =>
        Assert.Equal<Layer>(
            [new Layer.Dense(4, 2)],
            NetworkSpecification.Mlp(4, [], 2, ActivationFunction.Tanh).Require().Layers
        );

    [Fact]
    public void Sizes_that_disagree_are_named_with_their_layer() =>
        Assert.Equal(
            "layer 2 (dense): found 9 inputs; wanted 8, as the layer before it gives. "
                + "Make the sizes of neighbouring layers agree.",
            Error(4, new Layer.Dense(4, 8), new Layer.Activation(ActivationFunction.Relu), new Layer.Dense(9, 2))
        );

    [Fact]
    public void A_width_below_one_is_refused() =>
        Assert.Equal(
            "layer 0 (dense): found 0 outputs; wanted at least 1. Give the layer a width.",
            Error(4, new Layer.Dense(4, 0))
        );

    [Fact]
    public void No_layers_are_refused() =>
        Assert.Equal("layers: found none; wanted at least one. Add a dense layer.", Error(4));

    [Fact]
    public void An_input_below_one_is_refused() =>
        Assert.Equal(
            "inputs: found 0; wanted at least 1. Give the number of observation components.",
            Error(0, new Layer.Dense(0, 2))
        );

    [Fact]
    public void A_network_too_large_to_index_is_refused() =>
        Assert.StartsWith(
            "layer 0 (dense): found 10000100000 parameters up to here",
            Error(100_000, new Layer.Dense(100_000, 100_000)),
            StringComparison.Ordinal
        );

    private static string Error(int inputCount, params Layer[] layers) =>
        NetworkSpecification
            .Create(inputCount, EquatableArray.From(layers))
            .Match(_ => "accepted", error => error.ToString());
}
