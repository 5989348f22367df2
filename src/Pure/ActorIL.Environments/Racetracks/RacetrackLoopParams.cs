using ActorIL.Core.Fields;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// Track, car and starts of <see cref="RacetrackLoop"/>; the defaults are those of CliffRacetrackLoop-v1.
/// </summary>
public readonly record struct RacetrackLoopParams() : IFields<RacetrackLoopParams>, IRacetrack
{
    public static TypeName Name => new("racetrack-loop-params", 1);

    /// <summary>Metres the middle of the track swings to either side.</summary>
    public double Amplitude { get; init; } = 1.5;

    /// <summary>Radians of that wave a metre.</summary>
    public double Frequency { get; init; } = 0.4;

    /// <summary>Whole waves in a lap.</summary>
    public int Waves { get; init; } = 3;

    /// <summary>Metres from the middle, measured across at the car's x, to the end of the lane.</summary>
    public double HalfWidth { get; init; } = 0.15;

    /// <summary>Standard deviation of the normal disturbance of steering and of throttle in every step.</summary>
    public double ActuatorNoise { get; init; } = 0.15;

    /// <summary>Metres: starts are uniform within this distance of the middle, and anywhere along the lap.</summary>
    public double StartOffset { get; init; } = 0.05;

    /// <summary>Radians: starts are uniform within this angle of the track.</summary>
    public double StartHeading { get; init; } = 0.1;

    /// <summary>Metres a second.</summary>
    public double StartSpeed { get; init; } = 3;

    /// <summary>Metres a second that the controller holds; the task itself does not care.</summary>
    public double TargetSpeed { get; init; } = 3;

    /// <summary>Metres a second.</summary>
    public double SpeedMax { get; init; } = 10;

    /// <summary>Seconds between two steps.</summary>
    public double TimeStep { get; init; } = 0.1;

    CentreLine IRacetrack.Line => Line;

    double IRacetrack.LaneHalfWidth => HalfWidth;

    double IRacetrack.SpeedWanted => TargetSpeed;

    Space IRacetrack.Seen => RacetrackLoop.Observations(this);

    internal CentreLine Line => new(Amplitude, Frequency);

    /// <summary>Metres of x in a lap.</summary>
    internal double Lap => Waves * 2 * Math.PI / Frequency;

    RacetrackState IRacetrack.Read(ReadOnlySpan<float> observation) =>
        new(
            Angles.OfDirection(observation[0], observation[1]) / (2 * Math.PI) * Lap,
            observation[2],
            observation[3],
            observation[4]
        );

    public static RacetrackLoopParams Fields<TVisitor>(scoped ref TVisitor visitor, RacetrackLoopParams value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (amplitude, frequency, waves) = (value.Amplitude, value.Frequency, value.Waves);
        var (halfWidth, actuatorNoise, startOffset) = (value.HalfWidth, value.ActuatorNoise, value.StartOffset);
        var (startHeading, startSpeed) = (value.StartHeading, value.StartSpeed);
        var (targetSpeed, speedMax, timeStep) = (value.TargetSpeed, value.SpeedMax, value.TimeStep);
        visitor.Field(1, "amplitude", ref amplitude);
        visitor.Field(2, "frequency", ref frequency);
        visitor.Field(3, "waves", ref waves);
        visitor.Field(4, "half_width", ref halfWidth);
        visitor.Field(5, "actuator_noise", ref actuatorNoise);
        visitor.Field(6, "start_offset", ref startOffset);
        visitor.Field(7, "start_heading", ref startHeading);
        visitor.Field(8, "start_speed", ref startSpeed);
        visitor.Field(9, "target_speed", ref targetSpeed);
        visitor.Field(10, "speed_max", ref speedMax);
        visitor.Field(11, "time_step", ref timeStep);
        return TVisitor.Rebuilds
            ? new()
            {
                Amplitude = amplitude,
                Frequency = frequency,
                Waves = waves,
                HalfWidth = halfWidth,
                ActuatorNoise = actuatorNoise,
                StartOffset = startOffset,
                StartHeading = startHeading,
                StartSpeed = startSpeed,
                TargetSpeed = targetSpeed,
                SpeedMax = speedMax,
                TimeStep = timeStep,
            }
            : value;
    }
}
