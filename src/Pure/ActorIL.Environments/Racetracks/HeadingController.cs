using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// Steers by heading feedback with curvature feed-forward, and holds a speed. With e the offset from the middle, s the
/// slope of the middle, b its bend and ψ the heading: ψ* = atan s + clip(-1.5 e, ±0.6), and the steering is
/// clip(6 (ψ* - ψ) + v cos ψ · b / (1 + s²), ±1), whose last part is the rate at which atan s turns on the way.
/// </summary>
/// <param name="Name">For logs and tables.</param>
/// <param name="Track">Which track.</param>
internal sealed record HeadingController(string Name, IRacetrack Track) : IPolicy
{
    private const double OffsetGain = 1.5;
    private const double CorrectionMax = 0.6;
    private const double SpeedGain = 2;

    // Metres a second: a car that stands cannot be steered.
    private const double SpeedMin = 0.5;

    // Of the usual driver.
    private const double HeadingGainUsual = 6;

    // So late that it swings about the middle, yet in the lane.
    private const double HeadingGainWeaving = 1.5;

    private double HeadingGain { get; init; } = HeadingGainUsual;

    /// <summary>The same driver with a quarter of the heading's gain: it swings about the middle of the lane.</summary>
    public static HeadingController Weaving(string name, IRacetrack track) =>
        new(name, track) { HeadingGain = HeadingGainWeaving };

    public Space Observations => Track.Seen;

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
        var size = Observations.Size;
        Shape.Require("observations", observations.Length, count, size);
        Shape.Require("actions", actions.Length, count, columns: 2);
        for (var i = 0; i < count; i++)
        {
            var (steering, throttle) = Control(Track.Read(observations.Slice(i * size, size)));
            actions[i * 2] = (float)steering;
            actions[(i * 2) + 1] = (float)throttle;
        }
    }

    private (double Steering, double Throttle) Control(in RacetrackState car)
    {
        var (height, slope, bend) = Track.Line.At(car.X);
        var correction = Math.Clamp(-OffsetGain * (car.Y - height), -CorrectionMax, CorrectionMax);
        var wanted = Angles.OfSlope(slope) + correction;
        var turning = car.Speed * Elementary.Cos(car.Heading) * bend / (1 + (slope * slope));
        var steering = (HeadingGain * Angles.Wrap(wanted - car.Heading)) + turning;
        var speed = Math.Max(Track.SpeedWanted, SpeedMin);
        return (Math.Clamp(steering, -1, 1), Math.Clamp(SpeedGain * (speed - car.Speed), -1, 1));
    }
}
