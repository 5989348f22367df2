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
/// Balance a pole on a cart by pushing the cart left (action 0) or right (action 1). Reward 1 for every step, the
/// terminating one included. Observations are the state as float32: x, x', θ, θ'.
/// </summary>
/// <remarks>
/// Source: Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning control
/// problems", IEEE Transactions on Systems, Man, and Cybernetics 13(5), 1983; operation for operation as Gymnasium's
/// CartPole-v1, explicit Euler.
/// </remarks>
internal readonly struct CartPole
    : IEnvironment<CartPoleParams, CartPoleState>,
        IGymnasiumSeeding<CartPoleParams, CartPoleState>
{
    /// <summary>Bound of each component of a start state.</summary>
    internal const double StartMax = 0.05;

    /// <summary>x and θ up to twice their limits, their rates without bound.</summary>
    public static Space Observations(in CartPoleParams parameters)
    {
        var (position, angle) = ((float)(parameters.PositionMax * 2), (float)(parameters.AngleMax * 2));
        return new Space.Box(
            [-position, float.NegativeInfinity, -angle, float.NegativeInfinity],
            [position, float.PositiveInfinity, angle, float.PositiveInfinity]
        );
    }

    /// <summary>0 pushes left, 1 pushes right.</summary>
    public static Space Actions(in CartPoleParams parameters) => new Space.Discrete(2);

    /// <summary>Each component uniform in ±0.05.</summary>
    public static CartPoleState Reset(in CartPoleParams parameters, RngKey key) =>
        new(
            Draw.Uniform(key, 0, -StartMax, StartMax),
            Draw.Uniform(key, 1, -StartMax, StartMax),
            Draw.Uniform(key, 2, -StartMax, StartMax),
            Draw.Uniform(key, 3, -StartMax, StartMax)
        );

    public static (CartPoleState State, Pcg64 Source) ResetGymnasium(in CartPoleParams parameters, Pcg64 source)
    {
        (var position, source) = source.Uniform(-StartMax, StartMax);
        (var velocity, source) = source.Uniform(-StartMax, StartMax);
        (var angle, source) = source.Uniform(-StartMax, StartMax);
        (var angularVelocity, source) = source.Uniform(-StartMax, StartMax);
        return (new(position, velocity, angle, angularVelocity), source);
    }

    /// <summary>One explicit Euler step under a push; the key is unused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The action is neither 0 nor 1.</exception>
    public static StepResult<CartPoleState> Step(
        in CartPoleParams parameters,
        in CartPoleState state,
        ActionView action,
        RngKey key
    )
    {
        var force = action[0] switch
        {
            0f => -parameters.Force,
            1f => parameters.Force,
            var other => throw new ArgumentOutOfRangeException(nameof(action), other, "The action is 0 or 1."),
        };
        var next = Advance(parameters, state, force);
        var fell =
            next.Position < -parameters.PositionMax
            || next.Position > parameters.PositionMax
            || next.Angle < -parameters.AngleMax
            || next.Angle > parameters.AngleMax;
        return fell ? StepResult.Terminated(next, reward: 1.0) : StepResult.Continue(next, reward: 1.0);
    }

    public static void Observe(in CartPoleParams parameters, in CartPoleState state, Span<float> observation)
    {
        observation[0] = (float)state.Position;
        observation[1] = (float)state.Velocity;
        observation[2] = (float)state.Angle;
        observation[3] = (float)state.AngularVelocity;
    }

    public static IStateBatch<CartPoleState> Batch(in CartPoleParams parameters, int count) =>
        new CartPoleBatch(parameters, count);

    public static ImmutableArray<Error> Check(in CartPoleParams parameters) =>
        new ParameterCheck()
            .Within("gravity", parameters.Gravity, 1e-6, 1e6)
            .Within("cart_mass", parameters.CartMass, 1e-6, 1e6)
            .Within("pole_mass", parameters.PoleMass, 1e-6, 1e6)
            .Within("pole_half_length", parameters.PoleHalfLength, 1e-6, 1e6)
            .Within("force", parameters.Force, 1e-6, 1e6)
            .Within("time_step", parameters.TimeStep, 1e-6, 1e6)
            .Within("position_max", parameters.PositionMax, 1e-6, 1e6)
            .Within("angle_max", parameters.AngleMax, 1e-6, 1e6)
            .Errors;

    // The order of operations is Gymnasium's: another order rounds differently.
    private static CartPoleState Advance(in CartPoleParams parameters, in CartPoleState state, double force)
    {
        var (position, velocity, angle, angularVelocity) = state;
        var massTotal = parameters.PoleMass + parameters.CartMass;
        var poleMassLength = parameters.PoleMass * parameters.PoleHalfLength;
        var (sine, cosine) = Elementary.SinCos(angle);
        var push = (force + (poleMassLength * (angularVelocity * angularVelocity) * sine)) / massTotal;
        var angularAcceleration =
            ((parameters.Gravity * sine) - (cosine * push))
            / (parameters.PoleHalfLength * ((4.0 / 3.0) - (parameters.PoleMass * (cosine * cosine) / massTotal)));
        var acceleration = push - (poleMassLength * angularAcceleration * cosine / massTotal);
        return new(
            position + (parameters.TimeStep * velocity),
            velocity + (parameters.TimeStep * acceleration),
            angle + (parameters.TimeStep * angularVelocity),
            angularVelocity + (parameters.TimeStep * angularAcceleration)
        );
    }
}
