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
    public void Recurrent_layers_and_layer_norms_have_their_tensors_in_the_usual_order()
    {
        var specification = NetworkSpecification
            .Create(3, [new Layer.Lstm(3, 2), new Layer.LayerNorm(2, Epsilon: 1e-5f), new Layer.Gru(2, 5)])
            .Require();
        Assert.Equal(
            [
                new TensorSlice("0.weight_ih", 0, 24, [3, 8]),
                new TensorSlice("0.weight_hh", 24, 16, [2, 8]),
                new TensorSlice("0.bias_ih", 40, 8, [8]),
                new TensorSlice("0.bias_hh", 48, 8, [8]),
                new TensorSlice("1.weight", 56, 2, [2]),
                new TensorSlice("1.bias", 58, 2, [2]),
                new TensorSlice("2.weight_ih", 60, 30, [2, 15]),
                new TensorSlice("2.weight_hh", 90, 75, [5, 15]),
                new TensorSlice("2.bias_ih", 165, 15, [15]),
                new TensorSlice("2.bias_hh", 180, 15, [15]),
            ],
            specification.Tensors
        );
        Assert.Equal((195, 5), (specification.ParameterCount, specification.OutputCount));
    }

    [Fact]
    public void An_lstm_remembers_two_numbers_a_hidden_unit_and_a_gru_one() =>
        Assert.Equal(
            (2 * 7) + 5,
            NetworkSpecification
                .Create(4, [new Layer.Lstm(4, 7), new Layer.Dense(7, 6), new Layer.Gru(6, 5)])
                .Require()
                .MemoryCount
        );

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
    public void Every_kind_of_layer_says_what_does_not_fit()
    {
        const string Remedy = "as the layer before it gives. Make the sizes of neighbouring layers agree.";
        Assert.Equal($"layer 0 (layer norm): found 3 inputs; wanted 4, {Remedy}", Error(4, new Layer.LayerNorm(3, 1f)));
        Assert.Equal($"layer 0 (lstm): found 3 inputs; wanted 4, {Remedy}", Error(4, new Layer.Lstm(3, 8)));
        Assert.Equal($"layer 0 (gru): found 3 inputs; wanted 4, {Remedy}", Error(4, new Layer.Gru(3, 8)));
        Assert.Equal(
            "layer 0 (layer norm): found epsilon 0; wanted a finite number above 0. Give 1e-5, as is usual.",
            Error(4, new Layer.LayerNorm(4, 0f))
        );
    }

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

    [Fact]
    public void The_matrices_of_all_gates_count() =>
        Assert.StartsWith(
            "layer 0 (lstm): found 80000800000 parameters up to here",
            Error(100_000, new Layer.Lstm(100_000, 100_000)),
            StringComparison.Ordinal
        );

    private static string Error(int inputCount, params Layer[] layers) =>
        NetworkSpecification
            .Create(inputCount, EquatableArray.From(layers))
            .Match(_ => "accepted", error => error.ToString());
}
