using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Configuration;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// Drive a winding lane between cliffs to its end, steering and throttling through actuators that shake. Falling
/// terminates and fails, arriving terminates and succeeds. Observations are x scaled to ±4 over the track, y, speed
/// and heading as float32, so where the lane winds must be learned.
/// </summary>
/// <remarks>
/// Starts are random, and so are the actuators: with one start and no noise every episode is the same one, and a rate
/// of crashes is 0 or 1. The lane is narrow, so that a driver who never saw how to come back from its edge falls.
/// </remarks>
internal readonly struct CliffRacetrack : IEnvironment<CliffRacetrackParams, RacetrackState>
{
    public static bool HasOutcomes => true;

    /// <summary>Scaled x, y, speed and heading.</summary>
    public static Space Observations(in CliffRacetrackParams parameters) =>
        new Space.Box(
            [float.NegativeInfinity, float.NegativeInfinity, 0f, float.NegativeInfinity],
            [float.PositiveInfinity, float.PositiveInfinity, (float)parameters.SpeedMax, float.PositiveInfinity]
        );

    /// <summary>Steering and throttle, each in [-1, 1].</summary>
    public static Space Actions(in CliffRacetrackParams parameters) => Car.Controls;

    /// <summary>At x = 0, near the middle and roughly along the track.</summary>
    public static RacetrackState Reset(in CliffRacetrackParams parameters, RngKey key) =>
        parameters.Line.Beside(
            x: 0,
            Draw.Uniform(key, 0, -parameters.StartOffset, parameters.StartOffset),
            parameters.StartSpeed,
            Draw.Uniform(key, 1, -parameters.StartHeading, parameters.StartHeading)
        );

    /// <summary>One step of the car; controls are clipped, then disturbed by draws from the key.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The action is NaN.</exception>
    public static StepResult<RacetrackState> Step(
        in CliffRacetrackParams parameters,
        in RacetrackState state,
        ActionView action,
        RngKey key
    )
    {
        var (steering, throttle) = Car.Controlled(action, parameters.ActuatorNoise, key);
        var next = Car.Drive(state, steering, throttle, parameters.TimeStep, parameters.SpeedMax);
        if (HasFallen(parameters, next))
        {
            return StepResult.Terminated(next, -parameters.CrashPenalty);
        }

        var beyond = Math.Abs(parameters.Line.Offset(next)) - parameters.HalfWidth;
        var reward = beyond > 0 ? -parameters.BeyondCost * beyond : -parameters.StepCost;
        return next.X >= parameters.Length ? StepResult.Terminated(next, reward) : StepResult.Continue(next, reward);
    }

    public static void Observe(in CliffRacetrackParams parameters, in RacetrackState state, Span<float> observation)
    {
        observation[0] = (float)(((state.X / (parameters.Length / 2)) - 1) * parameters.PositionScale);
        observation[1] = (float)state.Y;
        observation[2] = (float)state.Speed;
        observation[3] = (float)state.Heading;
    }

    /// <summary>Fallen is failure; beyond the finish is success.</summary>
    public static Outcome Judge(in CliffRacetrackParams parameters, in RacetrackState state) =>
        HasFallen(parameters, state) ? Outcome.Failure
        : state.X >= parameters.Length ? Outcome.Success
        : Outcome.None;

    public static ImmutableArray<Error> Check(in CliffRacetrackParams parameters) =>
        new ParameterCheck()
            .Within("amplitude", parameters.Amplitude, -100, 100)
            .Within("frequency", parameters.Frequency, 0, 100)
            .Within("half_width", parameters.HalfWidth, 0.001, 1000)
            .Within("length", parameters.Length, 0.001, 1e6)
            .Within("actuator_noise", parameters.ActuatorNoise, 0, 100)
            .Within("start_offset", parameters.StartOffset, 0, 1000)
            .Within("start_heading", parameters.StartHeading, 0, Math.PI)
            .Within("start_speed", parameters.StartSpeed, 0, parameters.SpeedMax)
            .Within("target_speed", parameters.TargetSpeed, 0, parameters.SpeedMax)
            .Within("speed_max", parameters.SpeedMax, 0.001, 1000)
            .Within("time_step", parameters.TimeStep, 1e-6, 10)
            .Within("step_cost", parameters.StepCost, 0, 1e6)
            .Within("crash_penalty", parameters.CrashPenalty, 0, 1e9)
            .Within("beyond_cost", parameters.BeyondCost, 0, 1e6)
            .Within("position_scale", parameters.PositionScale, 1e-3, 1e3)
            .Errors;

    private static bool HasFallen(in CliffRacetrackParams parameters, in RacetrackState state)
    {
        var offset = parameters.Line.Offset(state);
        return (parameters.CliffLeft && offset > parameters.HalfWidth)
            || (parameters.CliffRight && offset < -parameters.HalfWidth);
    }
}
