using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// The driver that came with <see cref="OriginalRacetrack"/>: it steers against its distance e from a point ahead and
/// hardly at all against its heading, so that it weaves from one side of the road to the other. Steering is
/// clip(-0.8 e - 0.3 Δe, ±1), with Δe what e has grown by in the last step; throttle 0.5, and -0.3 where |e| &gt; 0.5.
/// </summary>
/// <remarks>
/// The point ahead is the fourth after the nearest by x of 100 points on the line, equally far apart from 0 to 50 m.
/// Where the car was a step ago follows from speed and heading, so this driver needs no memory; the first step has
/// Δe = 0, as the nearest point is the same. It arrives after 226 steps with a return of -22.6, so never within 200.
/// </remarks>
internal sealed record WeavingController : IPolicy
{
    private const int ObservationSize = 4;
    private const int PointCount = 100;
    private const int PointsAhead = 4;
    private const double TimeStep = 0.1;

    public string Name => "scripted-weaving";

    public Space Observations => OriginalRacetrack.Seen;

    public Space Actions => Car.Controls;

    public int WorkspaceSize(int count) => 0;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A shape disagrees.</exception>
    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    )
    {
        Shape.Require("observations", observations.Length, count, ObservationSize);
        Shape.Require("actions", actions.Length, count, columns: 2);
        for (var i = 0; i < count; i++)
        {
            var seen = observations.Slice(i * ObservationSize, ObservationSize);
            double x = seen[0],
                y = seen[1];
            var (sine, cosine) = Elementary.SinCos(seen[3]);
            var error = Error(x, y);
            var before = Error(x - (TimeStep * seen[2] * cosine), y - (TimeStep * seen[2] * sine));
            actions[i * 2] = (float)Math.Clamp((-0.8 * error) - (0.3 * (error - before)), -1, 1);
            actions[(i * 2) + 1] = Math.Abs(error) > 0.5 ? -0.3f : 0.5f;
        }
    }

    private static double Error(double x, double y)
    {
        const double spacing = OriginalRacetrack.Length / (PointCount - 1);
        var nearest = (int)Math.Clamp(Math.Ceiling((x / spacing) - 0.5), 0, PointCount - 1);
        return y - OriginalRacetrack.Line(spacing * Math.Min(nearest + PointsAhead, PointCount - 1));
    }
}
