using System.Collections.Immutable;
using ActorIL.Reports.Gif;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>An episode as an animated picture.</summary>
public static class RolloutGif
{
    private const int Width = 400;

    // Viewers show anything shorter for a tenth of a second.
    private const double FrameSecondsMin = 0.02;

    // Paper, then an ink each, as the light pages have them; the last is not used.
    private static readonly ImmutableArray<int> Palette =
    [
        0xFFFFFF,
        0x8A939C,
        0x0072B2,
        0xD55E00,
        0x1B1F24,
        0x009E73,
        0,
        0,
    ];

    /// <summary>The file's bytes.</summary>
    /// <param name="rollout">The episode.</param>
    /// <param name="sketch">How it is drawn.</param>
    /// <param name="speed">How many times as fast as it was, above 0.</param>
    public static byte[] Encode(Rollout rollout, IEnvironmentSketch sketch, double speed)
    {
        var stride = Math.Max(1, (int)Math.Ceiling((FrameSecondsMin * speed / rollout.StepSeconds) - 1e-9));
        var raster = new SketchRaster(sketch.View, Width);
        var frames = Scene
            .Moments(rollout.FrameCount, stride)
            .Select(moment => raster.Draw(sketch.Draw(rollout.Observation(moment), rollout.Action(moment))));
        var delay = Math.Clamp(Math.Round(rollout.StepSeconds * stride / speed * 100), 2, ushort.MaxValue);
        return GifFile.Encode(new(raster.Width, raster.Height, Palette, (int)delay, [.. frames]));
    }
}
