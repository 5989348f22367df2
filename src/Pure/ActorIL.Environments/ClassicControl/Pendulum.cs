using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Configuration;
using ActorIL.Environments.Seeding;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// Swing a pendulum up and hold it upright with a torque too weak to lift it at once. The cost of a step grows with
/// the angle, the speed and the torque. It never terminates. Observations are cos θ, sin θ, θ' as float32.
/// </summary>
/// <remarks>Source: operation for operation as Gymnasium's Pendulum-v1, semi-implicit Euler.</remarks>
internal readonly struct Pendulum
    : IEnvironment<PendulumParams, PendulumState>,
        IGymnasiumSeeding<PendulumParams, PendulumState>
{
    internal const double StartAngleMax = Math.PI;
    internal const double StartAngularVelocityMax = 1.0;

    public static Space Observations(in PendulumParams parameters)
    {
        var speed = (float)parameters.AngularVelocityMax;
        return new Space.Box([-1f, -1f, -speed], [1f, 1f, speed]);
    }

    /// <summary>The torque, newton metres.</summary>
    public static Space Actions(in PendulumParams parameters) =>
        new Space.Box([-(float)parameters.TorqueMax], [(float)parameters.TorqueMax]);

    /// <summary>θ uniform in ±π, θ' uniform in ±1.</summary>
    public static PendulumState Reset(in PendulumParams parameters, RngKey key) =>
        new(
            Draw.Uniform(key, 0, -StartAngleMax, StartAngleMax),
            Draw.Uniform(key, 1, -StartAngularVelocityMax, StartAngularVelocityMax)
        );

    public static (PendulumState State, Pcg64 Source) ResetGymnasium(in PendulumParams parameters, Pcg64 source)
    {
        (var angle, source) = source.Uniform(-StartAngleMax, StartAngleMax);
        (var angularVelocity, source) = source.Uniform(-StartAngularVelocityMax, StartAngularVelocityMax);
        return (new(angle, angularVelocity), source);
    }

    /// <summary>
    /// One step under a torque, clipped to its bounds; the reward is of the state before it. The key is unused.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The torque is NaN.</exception>
    public static StepResult<PendulumState> Step(
        in PendulumParams parameters,
        in PendulumState state,
        ActionView action,
        RngKey key
    )
    {
        if (float.IsNaN(action[0]))
        {
            throw new ArgumentOutOfRangeException(nameof(action), action[0], "The torque is a number.");
        }

        var (angle, angularVelocity) = state;
        var (gravity, mass, length) = (parameters.Gravity, parameters.Mass, parameters.Length);
        var torque = Math.Clamp(action[0], -parameters.TorqueMax, parameters.TorqueMax);
        var deviation = Wrap(angle);
        var cost = (deviation * deviation) + (0.1 * (angularVelocity * angularVelocity)) + (0.001 * (torque * torque));

        // The order of operations is Gymnasium's: another order rounds differently.
        var acceleration =
            (3 * gravity / (2 * length) * Elementary.Sin(angle)) + (3.0 / (mass * (length * length)) * torque);
        var speed = Math.Clamp(
            angularVelocity + (acceleration * parameters.TimeStep),
            -parameters.AngularVelocityMax,
            parameters.AngularVelocityMax
        );
        return StepResult.Continue(new PendulumState(angle + (speed * parameters.TimeStep), speed), -cost);
    }

    public static void Observe(in PendulumParams parameters, in PendulumState state, Span<float> observation)
    {
        var (sine, cosine) = Elementary.SinCos(state.Angle);
        observation[0] = (float)cosine;
        observation[1] = (float)sine;
        observation[2] = (float)state.AngularVelocity;
    }

    public static IStateBatch<PendulumState> Batch(in PendulumParams parameters, int count) =>
        new PendulumBatch(parameters, count);

    public static ImmutableArray<Error> Check(in PendulumParams parameters) =>
        new ParameterCheck()
            .Within("gravity", parameters.Gravity, 1e-6, 1e6)
            .Within("mass", parameters.Mass, 1e-6, 1e6)
            .Within("length", parameters.Length, 1e-6, 1e6)
            .Within("torque_max", parameters.TorqueMax, 1e-6, 1e6)
            .Within("angular_velocity_max", parameters.AngularVelocityMax, 1e-6, 1e6)
            .Within("time_step", parameters.TimeStep, 1e-6, 1e6)
            .Errors;

    /// <summary>The angle in [-π, π) that differs from <paramref name="angle"/>, radians, by whole turns.</summary>
    public static double Wrap(double angle) => Angles.Wrap(angle);
}
