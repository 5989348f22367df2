using ActorIL.Core.Prelude;
using ActorIL.Numerics.Convolutions;

namespace ActorIL.Numerics.Tests.Convolutions;

public sealed class ConvolutionShapeTests
{
    [Theory]
    [InlineData(84, 8, 4, 20)]
    [InlineData(96, 8, 4, 23)]
    [InlineData(20, 4, 2, 9)]
    [InlineData(9, 3, 1, 7)]
    [InlineData(5, 5, 3, 1)]
    [InlineData(7, 2, 5, 2)]
    public void A_filter_has_as_many_positions_as_whole_steps_fit(int size, int kernelSize, int stride, int expected)
    {
        var shape = ConvolutionShape.Create(new(3, size, size + stride), 2, kernelSize, stride).Require();
        Assert.Equal(new FrameShape(2, expected, expected + 1), shape.Output);
    }

    [Theory]
    [InlineData(0, 9, 9, 1, 3, 1, "0x9x9")]
    [InlineData(1, 9, 9, 0, 3, 1, "0 filters of size 3 at stride 1")]
    [InlineData(1, 9, 9, 1, 0, 1, "1 filters of size 0 at stride 1")]
    [InlineData(1, 9, 9, 1, 3, 0, "1 filters of size 3 at stride 0")]
    [InlineData(1, 9, 2, 1, 3, 1, "a kernel of 3x3 on a frame of 1x9x2")]
    [InlineData(4, 3_000, 3_000, 1, 3, 1, "36000000 numbers in a frame or in the weights")]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, 1, 1, 1, "numbers in a frame or in the weights")]
    public void What_is_wrong_is_said(
        int channelCount,
        int height,
        int width,
        int filterCount,
        int kernelSize,
        int stride,
        string found
    )
    {
        var error = ConvolutionShape
            .Create(new(channelCount, height, width), filterCount, kernelSize, stride)
            .Match(_ => "", error => error.Found);
        Assert.Contains(found, error, StringComparison.Ordinal);
    }
}
