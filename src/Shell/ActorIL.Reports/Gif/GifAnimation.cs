using System.Collections.Immutable;

namespace ActorIL.Reports.Gif;

/// <summary>Pictures that follow each other.</summary>
/// <param name="Width">Pixels across, 1 to 65,535.</param>
/// <param name="Height">Pixels down, 1 to 65,535.</param>
/// <param name="Palette">Eight colours as 0xRRGGBB.</param>
/// <param name="DelayHundredths">
/// Time of each picture, hundredths of a second, ≥ 2: what is shorter, viewers stretch.
/// </param>
/// <param name="Frames">Each of shape [height, width], indices of colours.</param>
public sealed record GifAnimation(
    int Width,
    int Height,
    ImmutableArray<int> Palette,
    int DelayHundredths,
    ImmutableArray<byte[]> Frames
);
