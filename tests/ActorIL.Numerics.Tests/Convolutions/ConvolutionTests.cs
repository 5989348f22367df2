using ActorIL.Core.Prelude;
using ActorIL.Numerics.Convolutions;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Convolutions;

public sealed class ConvolutionTests
{
    [Fact]
    public void Every_kernel_gives_the_bits_of_its_naive_twin() =>
        Seeded.Run(
            60,
            seed =>
            {
                var kernelSize = RandomFloats.Integer(seed, "kernel", 1, 5);
                var frame = new FrameShape(
                    RandomFloats.Integer(seed, "channels", 1, 9),
                    RandomFloats.Integer(seed, "height", kernelSize, 12),
                    RandomFloats.Integer(seed, "width", kernelSize, 12)
                );
                var filterCount = RandomFloats.Integer(seed, "filters", 1, 70);
                var stride = RandomFloats.Integer(seed, "stride", 1, 6);
                var shape = ConvolutionShape.Create(frame, filterCount, kernelSize, stride).Require();
                Check(seed, shape, RandomFloats.Integer(seed, "batch", 0, 3));
            }
        );

    [Theory]
    [InlineData(4, 84, 32, 8, 4)]
    [InlineData(32, 20, 64, 4, 2)]
    [InlineData(64, 9, 64, 3, 1)]
    [InlineData(64, 10, 32, 3, 1)]
    [InlineData(3, 9, 130, 9, 1)]
    public void Shapes_that_networks_use_give_the_bits_of_their_naive_twins(
        int channelCount,
        int size,
        int filterCount,
        int kernelSize,
        int stride
    ) =>
        Check(
            seed: 1,
            ConvolutionShape.Create(new(channelCount, size, size), filterCount, kernelSize, stride).Require(),
            batchCount: 2
        );

    [Fact]
    public void A_wrong_length_is_named_with_both_numbers()
    {
        var shape = ConvolutionShape.Create(new(1, 2, 2), filterCount: 1, kernelSize: 2, stride: 1).Require();
        var error = Assert.Throws<ArgumentException>(() =>
            Convolution.Forward(shape, 1, new float[3], new float[4], new float[1], new float[1])
        );
        Assert.Equal("inputs has 3 numbers; wanted shape [1, 4].", error.Message);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 4, 5)]
    [InlineData(4, 5, 7)]
    [InlineData(4, 8, 8)]
    [InlineData(9, 3, 11)]
    public void Channels_change_their_place_and_back(int channelCount, int height, int width)
    {
        var frame = new FrameShape(channelCount, height, width);
        var first = RandomFloats.Of(1, "frames", 2 * frame.Length);
        var (last, back) = (new float[first.Length], new float[first.Length]);
        ChannelOrder.ToLast(frame, first, last);
        ChannelOrder.ToFirst(frame, last, back);
        Bits.Equal(first, back);
        for (var i = 0; i < frame.Length; i++)
        {
            var (channel, place) = (i / frame.PlaceCount, i % frame.PlaceCount);
            Assert.Equal(first[frame.Length + i], last[frame.Length + (place * channelCount) + channel]);
        }
    }

    private static void Check(ulong seed, ConvolutionShape shape, int batchCount)
    {
        var x = RandomFloats.Of(seed, "x", batchCount * shape.Input.Length);
        var w = RandomFloats.Of(seed, "w", shape.WeightCount);
        var b = RandomFloats.Of(seed, "b", shape.Output.ChannelCount);
        var dy = RandomFloats.Of(seed, "dy", batchCount * shape.Output.Length);

        var y = new float[dy.Length];
        Convolution.Forward(shape, batchCount, x, w, b, y);
        Bits.Equal(NaiveConvolution.Forward(shape, batchCount, x, w, b), y);

        var dw = new float[w.Length];
        Array.Fill(dw, float.NaN);
        Convolution.WeightGradient(shape, batchCount, x, dy, resumes: false, dw);
        Bits.Equal(NaiveConvolution.WeightGradient(shape, batchCount, x, dy), dw);

        var db = new float[b.Length];
        Convolution.BiasGradient(shape, batchCount, dy, resumes: false, db);
        Bits.Equal(NaiveConvolution.BiasGradient(shape, dy), db);

        var (dx, workspace) = (new float[x.Length], new float[Convolution.WorkspaceLength(shape)]);
        Array.Fill(dx, float.NaN);
        Convolution.InputGradient(shape, batchCount, dy, w, workspace, dx);
        Bits.Equal(NaiveConvolution.InputGradient(shape, batchCount, dy, w), dx);
    }
}
