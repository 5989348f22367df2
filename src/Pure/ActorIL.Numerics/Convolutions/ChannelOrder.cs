using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Convolutions;

/// <summary>Frames with their channels first, [channels, height, width], and last, [height, width, channels].</summary>
public static class ChannelOrder
{
    /// <summary>From channels first to channels last.</summary>
    /// <param name="frame">Sizes of a frame.</param>
    /// <param name="source">Shape [batch, channels, height, width].</param>
    /// <param name="target">Written, shape [batch, height, width, channels]; must not overlap the source.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void ToLast(FrameShape frame, ReadOnlySpan<float> source, Span<float> target) =>
        Convert(frame, source, target, frame.ChannelCount, frame.PlaceCount);

    /// <summary>From channels last to channels first.</summary>
    /// <param name="frame">Sizes of a frame.</param>
    /// <param name="source">Shape [batch, height, width, channels].</param>
    /// <param name="target">Written, shape [batch, channels, height, width]; must not overlap the source.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void ToFirst(FrameShape frame, ReadOnlySpan<float> source, Span<float> target) =>
        Convert(frame, source, target, frame.PlaceCount, frame.ChannelCount);

    private static void Convert(
        FrameShape frame,
        ReadOnlySpan<float> source,
        Span<float> target,
        int rowCount,
        int columnCount
    )
    {
        var batchCount = source.Length / int.Max(frame.Length, 1);
        SpanShape.Require("source", source.Length, batchCount, frame.Length);
        SpanShape.Require("target", target.Length, batchCount, frame.Length);
        for (var start = 0; start < source.Length; start += frame.Length)
        {
            var from = source.Slice(start, frame.Length);
            var to = target.Slice(start, frame.Length);
            if (rowCount == 4)
            {
                FourChannels.Interleave(from, to);
            }
            else
            {
                Transposition.Transpose(from, rowCount, columnCount, to);
            }
        }
    }
}
