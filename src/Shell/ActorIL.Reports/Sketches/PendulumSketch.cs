using System.Collections.Immutable;

namespace ActorIL.Reports.Sketches;

/// <summary>A rod on its axle, and the torque as an arc.</summary>
public sealed record PendulumSketch : IEnvironmentSketch
{
    private const int ArcPointCount = 13;
    private const double ArcRadius = 0.4;
    private const double TorqueMax = 2;
    private const double ArcMax = 2.0;

    public SketchView View => new(-2.1, -1.2, 2.1, 1.2);

    public ImmutableArray<SketchShape> Draw(ReadOnlySpan<float> observation, ReadOnlySpan<float> action)
    {
        // Angles count counter-clockwise from upright, as Gymnasium draws them.
        var tip = new SketchPoint(-observation[1], observation[0]);
        var turn = action.IsEmpty ? 0 : Math.Clamp(action[0] / TorqueMax, -1, 1) * ArcMax;
        var arc = Enumerable
            .Range(0, ArcPointCount)
            .Select(index => turn * index / (ArcPointCount - 1))
            .Select(angle => new SketchPoint(-ArcRadius * Math.Sin(angle), ArcRadius * Math.Cos(angle)));
        return
        [
            new SketchShape.Path([new(0, 1.06), new(0, 1.18)], 0.03, SketchInk.Ground),
            new SketchShape.Path([new(-0.35, 0), new(0.35, 0)], 0.02, SketchInk.Ground),
            new SketchShape.Path([new(0, 0), tip], 0.16, SketchInk.Limb),
            new SketchShape.Path([.. arc], 0.06, SketchInk.Action),
            new SketchShape.Disk(new(0, 0), 0.07, SketchInk.Joint),
        ];
    }
}
