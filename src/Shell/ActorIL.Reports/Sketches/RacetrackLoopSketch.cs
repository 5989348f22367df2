using System.Collections.Immutable;
using ActorIL.Environments.Racetracks;

namespace ActorIL.Reports.Sketches;

/// <summary>
/// The closed lane as a ring, one turn a lap, and the car on it. Distances from the middle of the lane are drawn four
/// times as large.
/// </summary>
/// <param name="Parameters">The track.</param>
public sealed record RacetrackLoopSketch(RacetrackLoopParams Parameters) : ITrackSketch
{
    private const double Stretch = 4;
    private const double CarSize = 0.03;
    private const int LanePointCount = 241;

    /// <summary>Metres from the middle of the ring to y = 0.</summary>
    private double Radius => Math.Max(Parameters.Waves / Parameters.Frequency, 2 * Reach);

    private double Reach => Parameters.Amplitude + (Parameters.HalfWidth * Stretch);

    private double Extent => Radius + Reach + 1.5;

    public SketchView View => new(-Extent, -Extent, Extent, Extent);

    public ImmutableArray<SketchShape> Ground => [Edge(Parameters.HalfWidth), Edge(-Parameters.HalfWidth)];

    public SketchPoint Place(ReadOnlySpan<float> observation)
    {
        var angle = Math.Atan2(observation[1], observation[0]);
        var middle = Middle(angle);
        return On(angle, middle + ((observation[2] - middle) * Stretch));
    }

    public ImmutableArray<SketchShape> Draw(ReadOnlySpan<float> observation, ReadOnlySpan<float> action)
    {
        var place = Place(observation);
        // Along x is a turn to the left around the ring, and y is outwards.
        var heading = Math.Atan2(observation[1], observation[0]) + (Math.PI / 2) - observation[4];
        var steering = action.IsEmpty ? heading : heading - Math.Clamp(action[0], -1, 1);
        var size = Extent * CarSize;
        return
        [
            .. Ground,
            new SketchShape.Path([place, Ahead(place, steering, 3 * size)], size / 3, SketchInk.Action),
            new SketchShape.Path([place, Ahead(place, heading, 2 * size)], size / 2, SketchInk.Limb),
            new SketchShape.Disk(place, size, SketchInk.Body),
        ];
    }

    private SketchShape.Path Edge(double offset) =>
        new(
            [
                .. Enumerable
                    .Range(0, LanePointCount)
                    .Select(index => 2 * Math.PI * index / (LanePointCount - 1))
                    .Select(angle => On(angle, Middle(angle) + (offset * Stretch))),
            ],
            Extent * CarSize / 5,
            SketchInk.Ground
        );

    /// <summary>y of the middle of the lane.</summary>
    private double Middle(double angle) => Parameters.Amplitude * Math.Sin(Parameters.Waves * angle);

    private SketchPoint On(double angle, double y) =>
        new((Radius + y) * Math.Cos(angle), (Radius + y) * Math.Sin(angle));

    private static SketchPoint Ahead(SketchPoint from, double direction, double length) =>
        new(from.X + (length * Math.Cos(direction)), from.Y + (length * Math.Sin(direction)));
}
