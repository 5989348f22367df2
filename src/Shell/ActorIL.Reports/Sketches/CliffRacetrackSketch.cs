using System.Collections.Immutable;
using ActorIL.Environments.Racetracks;

namespace ActorIL.Reports.Sketches;

/// <summary>
/// The whole lane from above, and the car on it. Across the track, lengths are drawn four times as large.
/// </summary>
/// <param name="Parameters">The track.</param>
public sealed record CliffRacetrackSketch(CliffRacetrackParams Parameters) : ITrackSketch
{
    private const double Stretch = 4;
    private const int LanePointCount = 161;

    private double Reach => (Parameters.Amplitude + Parameters.HalfWidth + 0.3) * Stretch;

    private double CarSize => Parameters.Length / 70;

    public SketchView View => new(-Parameters.Length * 0.02, -Reach, Parameters.Length * 1.02, Reach);

    public ImmutableArray<SketchShape> Ground =>
        [
            Edge(Parameters.HalfWidth),
            Edge(-Parameters.HalfWidth),
            new SketchShape.Path(
                [At(Parameters.Length, -Parameters.HalfWidth), At(Parameters.Length, Parameters.HalfWidth)],
                CarSize / 3,
                SketchInk.Joint
            ),
        ];

    public SketchPoint Place(ReadOnlySpan<float> observation) =>
        new(((observation[0] / Parameters.PositionScale) + 1) * (Parameters.Length / 2), observation[1] * Stretch);

    public ImmutableArray<SketchShape> Draw(ReadOnlySpan<float> observation, ReadOnlySpan<float> action)
    {
        var ((x, y), heading) = (Place(observation), (double)observation[3]);
        var steering = action.IsEmpty ? heading : heading + Math.Clamp(action[0], -1, 1);
        return
        [
            .. Ground,
            new SketchShape.Path([new(x, y), Ahead(x, y, steering, 3)], CarSize / 3, SketchInk.Action),
            new SketchShape.Path([new(x, y), Ahead(x, y, heading, 2)], CarSize / 2, SketchInk.Limb),
            new SketchShape.Disk(new(x, y), CarSize, SketchInk.Body),
        ];
    }

    private SketchShape.Path Edge(double offset) =>
        new(
            [
                .. Enumerable
                    .Range(0, LanePointCount)
                    .Select(index => At(Parameters.Length * index / (LanePointCount - 1), offset)),
            ],
            CarSize / 5,
            SketchInk.Ground
        );

    private SketchPoint At(double x, double offset) =>
        new(x, (new CentreLine(Parameters.Amplitude, Parameters.Frequency).At(x).Height + offset) * Stretch);

    /// <summary>A point so many sizes of the car away, in a direction drawn as stretched as the track.</summary>
    private SketchPoint Ahead(double x, double y, double direction, double sizes)
    {
        var (across, along) = (Math.Sin(direction) * Stretch, Math.Cos(direction));
        var length = Math.Sqrt((across * across) + (along * along));
        return new(x + (along / length * sizes * CarSize), y + (across / length * sizes * CarSize));
    }
}
