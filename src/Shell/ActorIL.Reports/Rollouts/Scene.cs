using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Reports.Figures;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>An episode as a drawing that moves: its first frame, and where things are in the others.</summary>
/// <param name="First">The first frame.</param>
/// <param name="Moving">What moves.</param>
/// <param name="FrameCount">How many frames there are.</param>
internal sealed record Scene(Figure First, ImmutableArray<SceneShape> Moving, int FrameCount)
{
    private const int Width = 400;
    private const int HeadHeight = 24;

    /// <param name="id">Its name in the page.</param>
    /// <param name="rollout">The episode.</param>
    /// <param name="sketch">How it is drawn.</param>
    /// <param name="stride">Steps from one frame to the next, ≥ 1; the last moment is always shown.</param>
    public static Scene Of(string id, Rollout rollout, IEnvironmentSketch sketch, int stride)
    {
        var svg = new SketchSvg(sketch.View, Width);
        var moments = Moments(rollout.FrameCount, stride);
        var frames = moments
            .Select(moment => sketch.Draw(rollout.Observation(moment), rollout.Action(moment)))
            .ToImmutableArray();
        var moving = ImmutableArray.CreateBuilder<SceneShape>();
        var body =
            $"<text class=\"head\" x=\"12\" y=\"16\">{Markup.Escape(rollout.Name)}</text>\n"
            + $"<rect class=\"panel\" y=\"{HeadHeight}\" width=\"{Width}\" height=\"{svg.Height}\"/>\n"
            + $"<g transform=\"translate(0 {HeadHeight})\">\n";
        for (var index = 0; index < frames[0].Length; index++)
        {
            var places = frames.Select(frame => svg.Place(frame[index])).ToImmutableArray();
            var moves = places.Any(place => place != places[0]);
            var name = moves ? string.Create(CultureInfo.InvariantCulture, $"{id}-{index}") : "";
            body += svg.Element(frames[0][index], name);
            if (moves)
            {
                moving.Add(new(name, frames[0][index].Match(_ => false, _ => false, _ => true), places));
            }
        }

        var figure = new Figure(
            id,
            rollout.Name,
            RolloutText.Outcome(rollout) + ".",
            Width,
            HeadHeight + svg.Height,
            body + "</g>\n"
        );
        return new(figure, moving.ToImmutable(), frames.Length);
    }

    /// <summary>The moments that are shown.</summary>
    public static ImmutableArray<int> Moments(int count, int stride)
    {
        var moments = Enumerable.Range(0, (count + stride - 1) / stride).Select(index => index * stride);
        return [.. moments.Where(moment => moment < count - 1), count - 1];
    }
}
