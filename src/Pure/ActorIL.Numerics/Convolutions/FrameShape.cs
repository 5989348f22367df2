namespace ActorIL.Numerics.Convolutions;

/// <summary>Sizes of one frame: an image, or what a convolution makes of one.</summary>
/// <param name="ChannelCount">Numbers at each place, at least 1.</param>
/// <param name="Height">Rows of places, at least 1.</param>
/// <param name="Width">Places in a row, at least 1.</param>
public readonly record struct FrameShape(int ChannelCount, int Height, int Width)
{
    /// <summary>Places: rows times their width.</summary>
    public int PlaceCount => Height * Width;

    /// <summary>Numbers of a frame.</summary>
    public int Length => ChannelCount * PlaceCount;
}
