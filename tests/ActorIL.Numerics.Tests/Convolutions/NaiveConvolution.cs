using ActorIL.Numerics.Convolutions;

namespace ActorIL.Numerics.Tests.Convolutions;

/// <summary>
/// The naive twins of the convolution kernels: one loop an index, the steps of each sum in their order.
/// </summary>
internal static class NaiveConvolution
{
    public static float[] Forward(ConvolutionShape shape, int batchCount, float[] x, float[] w, float[] b)
    {
        var (to, y) = (shape.Output, new float[batchCount * shape.Output.Length]);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = b[i % to.ChannelCount];
        }

        Visit(shape, batchCount, (output, input, weight) => y[output] = Fused(x[input], w[weight], y[output]));
        return y;
    }

    public static float[] WeightGradient(ConvolutionShape shape, int batchCount, float[] x, float[] dy)
    {
        var dw = new float[shape.WeightCount];
        Visit(shape, batchCount, (output, input, weight) => dw[weight] = Fused(x[input], dy[output], dw[weight]));
        return dw;
    }

    public static float[] BiasGradient(ConvolutionShape shape, float[] dy)
    {
        var db = new float[shape.Output.ChannelCount];
        for (var i = 0; i < dy.Length; i++)
        {
            db[i % db.Length] += dy[i];
        }

        return db;
    }

    /// <summary>For each place, kernel rows and columns are outside, filters inside.</summary>
    public static float[] InputGradient(ConvolutionShape shape, int batchCount, float[] dy, float[] w)
    {
        var (from, to, filterCount) = (shape.Input, shape.Output, shape.Output.ChannelCount);
        var dx = new float[batchCount * from.Length];
        for (var i = 0; i < dx.Length; i++)
        {
            var (channel, place) = (i % from.ChannelCount, i / from.ChannelCount);
            var (column, row) = (place % from.Width, place / from.Width % from.Height);
            for (var kernel = 0; kernel < shape.KernelSize * shape.KernelSize; kernel++)
            {
                var (down, across) = (row - (kernel / shape.KernelSize), column - (kernel % shape.KernelSize));
                var (y, x) = (down / shape.Stride, across / shape.Stride);
                var meets = down >= 0 && across >= 0 && down % shape.Stride == 0 && across % shape.Stride == 0;
                for (var filter = 0; meets && y < to.Height && x < to.Width && filter < filterCount; filter++)
                {
                    var output = (((((i / from.Length * to.Height) + y) * to.Width) + x) * filterCount) + filter;
                    var weight = (((kernel * from.ChannelCount) + channel) * filterCount) + filter;
                    dx[i] = Fused(dy[output], w[weight], dx[i]);
                }
            }
        }

        return dx;
    }

    // Every product of the forward pass: frames, positions, kernel rows, kernel columns, channels, filters.
    private static void Visit(ConvolutionShape shape, int batchCount, Action<int, int, int> product)
    {
        var (from, to, size) = (shape.Input, shape.Output, shape.KernelSize);
        for (var position = 0; position < batchCount * to.PlaceCount; position++)
        {
            var (frame, place) = (position / to.PlaceCount, position % to.PlaceCount);
            for (var patch = 0; patch < shape.PatchLength; patch++)
            {
                var (kernel, channel) = (patch / from.ChannelCount, patch % from.ChannelCount);
                var row = (place / to.Width * shape.Stride) + (kernel / size);
                var column = (place % to.Width * shape.Stride) + (kernel % size);
                var input = (((((frame * from.Height) + row) * from.Width) + column) * from.ChannelCount) + channel;
                for (var filter = 0; filter < to.ChannelCount; filter++)
                {
                    product((position * to.ChannelCount) + filter, input, (patch * to.ChannelCount) + filter);
                }
            }
        }
    }

    private static float Fused(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);
}
