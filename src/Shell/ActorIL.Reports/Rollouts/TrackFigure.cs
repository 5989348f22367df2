using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Reports.Content;
using ActorIL.Reports.Figures;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>The track from above, with where a stage drove and where it fell: a drawing for each stage.</summary>
public static class TrackFigure
{
    private const int Width = 400;
    private const int HeadHeight = 24;
    private const double CrossSize = 3.5;

    /// <summary>A figure of one stage.</summary>
    public static Figure Draw(TrackFacts track, ITrackSketch sketch)
    {
        var svg = new SketchSvg(sketch.View, Width);
        var text = new StringBuilder();
        var fallen = string.Create(
            CultureInfo.InvariantCulture,
            $"{track.FallCount} of {track.EpisodeCount} {(track.IsJudged ? "fell" : "left the lane")}"
        );
        text.Append($"<text class=\"head\" x=\"12\" y=\"16\">{Markup.Escape(track.Stage)}</text>\n")
            .Append($"<text class=\"soft end\" x=\"{Width - 8}\" y=\"16\">{fallen}</text>\n")
            .Append($"<rect class=\"panel\" y=\"{HeadHeight}\" width=\"{Width}\" height=\"{svg.Height}\"/>\n")
            .Append($"<g transform=\"translate(0 {HeadHeight})\">\n");
        foreach (var shape in sketch.Ground)
        {
            text.Append(svg.Element(shape, ""));
        }

        foreach (var path in track.Paths)
        {
            text.Append($"<polyline class=\"curve s{Ink(track.Group)}\" opacity=\".6\" style=\"stroke-width:1\"")
                .Append($" points=\"{string.Join(' ', path.Select(svg.Pixels))}\"/>\n");
        }

        foreach (var fall in track.Falls)
        {
            text.Append($"<path class=\"whisker\" d=\"M{svg.Pixels(fall)}m{-CrossSize},{-CrossSize}")
                .Append($"l{2 * CrossSize},{2 * CrossSize}m0,{-2 * CrossSize}l{-2 * CrossSize},{2 * CrossSize}\"/>\n");
        }

        return new(
            $"track-{track.Stage}",
            $"Seen from above: {track.Stage}",
            Caption(track),
            Width,
            HeadHeight + svg.Height,
            text.Append("</g>\n").ToString()
        );
    }

    private static string Caption(TrackFacts track) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Lines: the first {track.Paths.Length} evaluation episodes. Crosses: where {track.Falls.Length} of the "
                + $"{track.FallCount} that {(track.IsJudged ? "fell" : "left the lane")} among the first "
                + $"{track.EpisodeCount} did so. Distances across are stretched."
        );

    private static int Ink(StageGroup group) => ResultFigures.Ink(group);
}
