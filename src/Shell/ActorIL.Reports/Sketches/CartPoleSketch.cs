using System.Collections.Immutable;

namespace ActorIL.Reports.Sketches;

/// <summary>A cart on its track, its pole, and the push.</summary>
public sealed record CartPoleSketch : IEnvironmentSketch
{
    private const double PositionMax = 2.4;
    private const double PoleLength = 1.0;
    private const double CartTop = 0.3;

    public SketchView View => new(-2.7, -0.35, 2.7, 1.45);

    public ImmutableArray<SketchShape> Draw(ReadOnlySpan<float> observation, ReadOnlySpan<float> action)
    {
        var (x, angle) = ((double)observation[0], (double)observation[2]);
        var push =
            action.IsEmpty ? 0
            : action[0] > 0 ? 0.45
            : -0.45;
        return
        [
            new SketchShape.Path([new(-2.7, 0), new(2.7, 0)], 0.02, SketchInk.Ground),
            new SketchShape.Path([new(-PositionMax, -0.1), new(-PositionMax, 0.15)], 0.03, SketchInk.Ground),
            new SketchShape.Path([new(PositionMax, -0.1), new(PositionMax, 0.15)], 0.03, SketchInk.Ground),
            new SketchShape.Area(
                [new(x - 0.3, 0.02), new(x + 0.3, 0.02), new(x + 0.3, CartTop), new(x - 0.3, CartTop)],
                SketchInk.Body
            ),
            new SketchShape.Path([new(x, -0.18), new(x + push, -0.18)], 0.06, SketchInk.Action),
            new SketchShape.Path(
                [new(x, CartTop), new(x + (PoleLength * Math.Sin(angle)), CartTop + (PoleLength * Math.Cos(angle)))],
                0.08,
                SketchInk.Limb
            ),
            new SketchShape.Disk(new(x, CartTop), 0.06, SketchInk.Joint),
        ];
    }
}
