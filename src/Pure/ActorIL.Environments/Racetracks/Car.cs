using ActorIL.Core.Contracts;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Racetracks;

/// <summary>The car of all racetracks: a point that turns at the rate it is steered with.</summary>
internal static class Car
{
    /// <summary>Steering, radians a second, and throttle, metres a second squared; each in [-1, 1].</summary>
    public static Space Controls { get; } = new Space.Box([-1f, -1f], [1f, 1f]);

    /// <summary>One step: heading, then speed, then place, each from the one before.</summary>
    /// <param name="state">Where the car is.</param>
    /// <param name="steering">In [-1, 1].</param>
    /// <param name="throttle">In [-1, 1].</param>
    /// <param name="timeStep">Seconds.</param>
    /// <param name="speedMax">Metres a second.</param>
    public static RacetrackState Drive(
        in RacetrackState state,
        double steering,
        double throttle,
        double timeStep,
        double speedMax
    )
    {
        var heading = state.Heading + (timeStep * steering);
        var speed = Math.Clamp(state.Speed + (timeStep * throttle), 0, speedMax);
        var (sine, cosine) = Elementary.SinCos(heading);
        return new(state.X + (timeStep * speed * cosine), state.Y + (timeStep * speed * sine), speed, heading);
    }

    /// <summary>What the car does of an action: clipped to the controls, disturbed, and clipped again.</summary>
    /// <param name="action">Steering and throttle.</param>
    /// <param name="noise">Standard deviation of the normal disturbance of each.</param>
    /// <param name="key">The step's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The action is NaN.</exception>
    public static (double Steering, double Throttle) Controlled(ActionView action, double noise, RngKey key)
    {
        if (float.IsNaN(action[0]) || float.IsNaN(action[1]))
        {
            throw new ArgumentOutOfRangeException(nameof(action), float.NaN, "Steering and throttle are numbers.");
        }

        var (steering, throttle) = (Math.Clamp(action[0], -1.0, 1.0), Math.Clamp(action[1], -1.0, 1.0));
        if (noise == 0)
        {
            return (steering, throttle);
        }

        var (first, second) = NormalDraw.Pair(key, 0);
        return (Math.Clamp(steering + (noise * first), -1.0, 1.0), Math.Clamp(throttle + (noise * second), -1.0, 1.0));
    }
}
