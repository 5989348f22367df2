using ActorIL.Core.Fields;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// Track, car and costs of <see cref="CliffRacetrack"/>; the defaults are those of CliffRacetrack-v1.
/// </summary>
public readonly record struct CliffRacetrackParams() : IFields<CliffRacetrackParams>, IRacetrack
{
    public static TypeName Name => new("cliff-racetrack-params", 1);

    /// <summary>Metres the middle of the track swings to either side.</summary>
    public double Amplitude { get; init; } = 1.5;

    /// <summary>Radians of that wave a metre.</summary>
    public double Frequency { get; init; } = 0.4;

    /// <summary>Metres from the middle, measured across at the car's x, to the end of the lane.</summary>
    public double HalfWidth { get; init; } = 0.25;

    /// <summary>Whether the lane ends at a cliff on the left; otherwise driving beyond it costs.</summary>
    public bool CliffLeft { get; init; } = true;

    /// <summary>Whether the lane ends at a cliff on the right; otherwise driving beyond it costs.</summary>
    public bool CliffRight { get; init; } = true;

    /// <summary>Metres of x to the finish.</summary>
    public double Length { get; init; } = 50;

    /// <summary>Standard deviation of the normal disturbance of steering and of throttle in every step.</summary>
    public double ActuatorNoise { get; init; } = 0.15;

    /// <summary>Metres: starts are uniform within this distance of the middle.</summary>
    public double StartOffset { get; init; } = 0.05;

    /// <summary>Radians: starts are uniform within this angle of the track.</summary>
    public double StartHeading { get; init; } = 0.1;

    /// <summary>Metres a second.</summary>
    public double StartSpeed { get; init; } = 1;

    /// <summary>Metres a second that the controller holds; the task itself does not care.</summary>
    public double TargetSpeed { get; init; } = 3;

    /// <summary>Metres a second.</summary>
    public double SpeedMax { get; init; } = 10;

    /// <summary>Seconds between two steps.</summary>
    public double TimeStep { get; init; } = 0.1;

    /// <summary>Reward of every step is minus this.</summary>
    public double StepCost { get; init; } = 0.1;

    /// <summary>Reward of falling is minus this, in the place of the step's.</summary>
    public double CrashPenalty { get; init; } = 100;

    /// <summary>Reward of a step that ends beyond the lane, where there is no cliff, is minus this a metre.</summary>
    public double BeyondCost { get; init; } = 10;

    /// <summary>The observed x is scaled so that the track goes from minus this to this.</summary>
    public double PositionScale { get; init; } = 4;

    CentreLine IRacetrack.Line => Line;

    double IRacetrack.LaneHalfWidth => HalfWidth;

    double IRacetrack.SpeedWanted => TargetSpeed;

    Space IRacetrack.Seen => CliffRacetrack.Observations(this);

    internal CentreLine Line => new(Amplitude, Frequency);

    RacetrackState IRacetrack.Read(ReadOnlySpan<float> observation) =>
        new(((observation[0] / PositionScale) + 1) * (Length / 2), observation[1], observation[2], observation[3]);

    public static CliffRacetrackParams Fields<TVisitor>(scoped ref TVisitor visitor, CliffRacetrackParams value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (amplitude, frequency, halfWidth) = (value.Amplitude, value.Frequency, value.HalfWidth);
        var (cliffLeft, cliffRight, length) = (value.CliffLeft, value.CliffRight, value.Length);
        var (actuatorNoise, startOffset) = (value.ActuatorNoise, value.StartOffset);
        var (startHeading, startSpeed) = (value.StartHeading, value.StartSpeed);
        var (targetSpeed, speedMax, timeStep) = (value.TargetSpeed, value.SpeedMax, value.TimeStep);
        var (stepCost, crashPenalty, beyondCost) = (value.StepCost, value.CrashPenalty, value.BeyondCost);
        var positionScale = value.PositionScale;
        visitor.Field(1, "amplitude", ref amplitude);
        visitor.Field(2, "frequency", ref frequency);
        visitor.Field(3, "half_width", ref halfWidth);
        visitor.Field(4, "cliff_left", ref cliffLeft);
        visitor.Field(5, "cliff_right", ref cliffRight);
        visitor.Field(6, "length", ref length);
        visitor.Field(7, "actuator_noise", ref actuatorNoise);
        visitor.Field(8, "start_offset", ref startOffset);
        visitor.Field(9, "start_heading", ref startHeading);
        visitor.Field(10, "start_speed", ref startSpeed);
        visitor.Field(11, "target_speed", ref targetSpeed);
        visitor.Field(12, "speed_max", ref speedMax);
        visitor.Field(13, "time_step", ref timeStep);
        visitor.Field(14, "step_cost", ref stepCost);
        visitor.Field(15, "crash_penalty", ref crashPenalty);
        visitor.Field(16, "beyond_cost", ref beyondCost);
        visitor.Field(17, "position_scale", ref positionScale);
        return TVisitor.Rebuilds
            ? new()
            {
                Amplitude = amplitude,
                Frequency = frequency,
                HalfWidth = halfWidth,
                CliffLeft = cliffLeft,
                CliffRight = cliffRight,
                Length = length,
                ActuatorNoise = actuatorNoise,
                StartOffset = startOffset,
                StartHeading = startHeading,
                StartSpeed = startSpeed,
                TargetSpeed = targetSpeed,
                SpeedMax = speedMax,
                TimeStep = timeStep,
                StepCost = stepCost,
                CrashPenalty = crashPenalty,
                BeyondCost = beyondCost,
                PositionScale = positionScale,
            }
            : value;
    }
}
