using System.Collections.Immutable;
using ActorIL.Environments.Chains;

namespace ActorIL.Reports.Sketches;

/// <summary>
/// The lane with the edges of its bands, and the agent at its cue: in the lane, or below it. Its action points left,
/// right or back up; the bands want left and right in turns.
/// </summary>
/// <param name="Parameters">The chain.</param>
public sealed record LaneChainSketch(LaneChainParams Parameters) : IEnvironmentSketch
{
    private const double HalfLane = 0.22;
    private const double OffLane = -0.55;
    private const double Size = 0.07;
    private const int EdgeCountMax = 64;
    private const float Back = 2;

    public SketchView View => new(-1.3, -0.8, 1.3, 0.5);

    public ImmutableArray<SketchShape> Draw(ReadOnlySpan<float> observation, ReadOnlySpan<float> action)
    {
        var place = new SketchPoint(observation[1], observation[0] > 0.5f ? OffLane : 0);
        var ahead =
            action.IsEmpty ? place
            : action[0] >= Back ? place with { Y = place.Y + 0.3 }
            : place with { X = place.X + (action[0] < 0.5f ? -0.2 : 0.2) };
        return
        [
            Line(new(-1, HalfLane), new(1, HalfLane), SketchInk.Ground),
            Line(new(-1, -HalfLane), new(1, -HalfLane), SketchInk.Ground),
            .. Enumerable
                .Range(0, Math.Min(Parameters.Bands, EdgeCountMax) + 1)
                .Select(edge => -1 + (2.0 * edge / Parameters.Bands))
                .Select(x => Line(new(x, -HalfLane / 2), new(x, HalfLane / 2), SketchInk.Ground)),
            new SketchShape.Path([place, ahead], Size / 2, SketchInk.Action),
            new SketchShape.Disk(place, Size, SketchInk.Body),
        ];
    }

    private static SketchShape.Path Line(SketchPoint from, SketchPoint to, SketchInk ink) =>
        new([from, to], 0.015, ink);
}
