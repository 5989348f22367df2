using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Configuration;

namespace ActorIL.Environments.Racetracks;

/// <summary>
/// Drive round and round on a winding lane without cliffs. Every step that ends outside the lane costs 1, nothing
/// terminates, and one can always drive back: what a horizon costs shows how errors grow with it. Observations are
/// cosine and sine of the place on the lap, y, speed, and heading in [-π, π), as float32.
/// </summary>
/// <remarks>
/// An environment of its own rather than a switch of <see cref="CliffRacetrack"/>, which would change observations,
/// rewards, endings and starts at once. The track is closed along x: after a whole number of waves comes the first
/// one again. The lap is observed as a direction, so that a student sees no seam either.
/// </remarks>
internal readonly struct RacetrackLoop : IEnvironment<RacetrackLoopParams, RacetrackState>
{
    /// <summary>Cosine and sine of the place on the lap, y, speed and heading.</summary>
    public static Space Observations(in RacetrackLoopParams parameters) =>
        new Space.Box(
            [-1f, -1f, float.NegativeInfinity, 0f, -(float)Math.PI],
            [1f, 1f, float.PositiveInfinity, (float)parameters.SpeedMax, (float)Math.PI]
        );

    /// <summary>Steering and throttle, each in [-1, 1].</summary>
    public static Space Actions(in RacetrackLoopParams parameters) => Car.Controls;

    /// <summary>Anywhere on the lap, near the middle and roughly along the track.</summary>
    public static RacetrackState Reset(in RacetrackLoopParams parameters, RngKey key) =>
        parameters.Line.Beside(
            Draw.Uniform(key, 0, 0, parameters.Lap),
            Draw.Uniform(key, 1, -parameters.StartOffset, parameters.StartOffset),
            parameters.StartSpeed,
            Draw.Uniform(key, 2, -parameters.StartHeading, parameters.StartHeading)
        );

    /// <summary>One step of the car; controls are clipped, then disturbed by draws from the key.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The action is NaN.</exception>
    public static StepResult<RacetrackState> Step(
        in RacetrackLoopParams parameters,
        in RacetrackState state,
        ActionView action,
        RngKey key
    )
    {
        var (steering, throttle) = Car.Controlled(action, parameters.ActuatorNoise, key);
        var ahead = Car.Drive(state, steering, throttle, parameters.TimeStep, parameters.SpeedMax);
        var next = ahead with { X = Angles.FlooredModulo(ahead.X, parameters.Lap) };
        var isOutside = Math.Abs(parameters.Line.Offset(next)) > parameters.HalfWidth;
        return StepResult.Continue(next, isOutside ? -1 : 0);
    }

    public static void Observe(in RacetrackLoopParams parameters, in RacetrackState state, Span<float> observation)
    {
        var (sine, cosine) = Elementary.SinCos(2 * Math.PI * (state.X / parameters.Lap));
        observation[0] = (float)cosine;
        observation[1] = (float)sine;
        observation[2] = (float)state.Y;
        observation[3] = (float)state.Speed;
        observation[4] = (float)Angles.Wrap(state.Heading);
    }

    public static ImmutableArray<Error> Check(in RacetrackLoopParams parameters) =>
        new ParameterCheck()
            .Within("amplitude", parameters.Amplitude, -100, 100)
            .Within("frequency", parameters.Frequency, 1e-3, 100)
            .Within("waves", parameters.Waves, 1, 1000)
            .Within("half_width", parameters.HalfWidth, 0.001, 1000)
            .Within("actuator_noise", parameters.ActuatorNoise, 0, 100)
            .Within("start_offset", parameters.StartOffset, 0, 1000)
            .Within("start_heading", parameters.StartHeading, 0, Math.PI)
            .Within("start_speed", parameters.StartSpeed, 0, parameters.SpeedMax)
            .Within("target_speed", parameters.TargetSpeed, 0, parameters.SpeedMax)
            .Within("speed_max", parameters.SpeedMax, 0.001, 1000)
            .Within("time_step", parameters.TimeStep, 1e-6, 10)
            .Errors;
}
