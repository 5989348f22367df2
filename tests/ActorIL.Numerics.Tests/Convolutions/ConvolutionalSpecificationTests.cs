using ActorIL.Core.Prelude;
using ActorIL.Numerics.Convolutions;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Convolutions;

public sealed class ConvolutionalSpecificationTests
{
    [Fact]
    public void Tensors_lie_one_after_another_in_the_flat_vector()
    {
        var network = ConvolutionalSpecification.Nature(new(4, 84, 84), 512, [new Layer.Dense(512, 6)]).Require();
        Assert.Equal(
            [
                new TensorSlice("convolution.0.weight", 0, 8_192, [8, 8, 4, 32]),
                new TensorSlice("convolution.0.bias", 8_192, 32, [32]),
                new TensorSlice("convolution.1.weight", 8_224, 32_768, [4, 4, 32, 64]),
                new TensorSlice("convolution.1.bias", 40_992, 64, [64]),
                new TensorSlice("convolution.2.weight", 41_056, 36_864, [3, 3, 64, 64]),
                new TensorSlice("convolution.2.bias", 77_920, 64, [64]),
                new TensorSlice("head.0.weight", 77_984, 1_605_632, [3_136, 512]),
                new TensorSlice("head.0.bias", 1_683_616, 512, [512]),
                new TensorSlice("head.2.weight", 1_684_128, 3_072, [512, 6]),
                new TensorSlice("head.2.bias", 1_687_200, 6, [6]),
            ],
            network.Tensors
        );

        // What PyTorch counts for the same network.
        Assert.Equal((1_687_206, 6), (network.ParameterCount, network.OutputCount));
    }

    [Fact]
    public void Larger_frames_leave_more_features()
    {
        var network = ConvolutionalSpecification.Nature(new(4, 96, 96), 512, []).Require();
        Assert.Equal((64 * 8 * 8, 512), (network.Head.InputCount, network.OutputCount));
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_place()
    {
        ConvolutionLayer large = new(2, 5, 1, ActivationFunction.Relu);
        EquatableArray<Layer> dense = [new Layer.Dense(4, 1)];
        Assert.Equal("convolutions: found none", Error([], dense));
        Assert.Equal("convolution 1: found a kernel of 5x5 on a frame of 2x2x2", Error([large, large], dense));
        Assert.Equal("layer 0 (dense): found 4 inputs", Error([large], dense));
        Assert.Equal("head: found a layer with memory", Error([large], [new Layer.Dense(8, 2), new Layer.Gru(2, 2)]));
        Assert.Equal("head: found another first layer", Error([large], [new Layer.LayerNorm(8, Epsilon: 1e-5f)]));
    }

    [Fact]
    public void Parameters_go_to_the_order_of_PyTorch_and_back()
    {
        var network = ConvolutionalSpecification
            .Create(
                new(3, 6, 5),
                [new(4, 2, 1, ActivationFunction.Relu), new(2, 2, 2, ActivationFunction.Relu)],
                [new Layer.Dense(8, 3), new Layer.Dense(3, 2)]
            )
            .Require();
        var there = Enumerable.Range(0, network.ParameterCount).Select(static i => (float)i).ToArray();
        var (here, back) = (new float[there.Length], new float[there.Length]);
        ConvolutionalLayout.Import(network, there, here);
        ConvolutionalLayout.Export(network, here, back);
        Assert.Equal(there, back);

        // [filter 3, channel 2, row 1, column 0] of [4, 3, 2, 2], and of [2, 2, 3, 4].
        Assert.Equal(there[(((((3 * 3) + 2) * 2) + 1) * 2) + 0], here[(((((1 * 2) + 0) * 3) + 2) * 4) + 3]);

        // [output 2, channel 1, row 1, column 0] of [3, 2 x 2 x 2], and of [2 x 2 x 2, 3].
        var head = network.ParameterCount - (3 * 8) - 3 - (2 * 3) - 2;
        Assert.Equal(there[head + (2 * 8) + (1 * 4) + (1 * 2) + 0], here[head + ((((1 * 2) + 0) * 2) + 1) * 3 + 2]);
    }

    private static string Error(EquatableArray<ConvolutionLayer> convolutions, EquatableArray<Layer> head) =>
        ConvolutionalSpecification
            .Create(new(1, 6, 6), convolutions, head)
            .Match(static _ => "", static error => $"{error.Where}: found {error.Found}");
}
