using ActorIL.Core.Fields;

namespace ActorIL.Environments.ClassicControl;

/// <summary>Physical constants of <see cref="CartPole"/>; the defaults are those of CartPole-v1.</summary>
internal readonly record struct CartPoleParams() : IFields<CartPoleParams>
{
    public static TypeName Name => new("cart-pole-params", 1);

    /// <summary>Metres a second squared.</summary>
    public double Gravity { get; init; } = 9.8;

    /// <summary>Kilograms.</summary>
    public double CartMass { get; init; } = 1.0;

    /// <summary>Kilograms.</summary>
    public double PoleMass { get; init; } = 0.1;

    /// <summary>Half the length of the pole, metres.</summary>
    public double PoleHalfLength { get; init; } = 0.5;

    /// <summary>Newtons, pushed to the left or to the right in every step.</summary>
    public double Force { get; init; } = 10.0;

    /// <summary>Seconds between two steps.</summary>
    public double TimeStep { get; init; } = 0.02;

    /// <summary>Metres from the middle beyond which the episode terminates.</summary>
    public double PositionMax { get; init; } = 2.4;

    /// <summary>Radians from upright beyond which the episode terminates; 12 degrees.</summary>
    public double AngleMax { get; init; } = 12 * 2 * Math.PI / 360;

    public static CartPoleParams Fields<TVisitor>(scoped ref TVisitor visitor, CartPoleParams value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var gravity = value.Gravity;
        var cartMass = value.CartMass;
        var poleMass = value.PoleMass;
        var poleHalfLength = value.PoleHalfLength;
        var force = value.Force;
        var timeStep = value.TimeStep;
        var positionMax = value.PositionMax;
        var angleMax = value.AngleMax;
        visitor.Field(1, "gravity", ref gravity);
        visitor.Field(2, "cart_mass", ref cartMass);
        visitor.Field(3, "pole_mass", ref poleMass);
        visitor.Field(4, "pole_half_length", ref poleHalfLength);
        visitor.Field(5, "force", ref force);
        visitor.Field(6, "time_step", ref timeStep);
        visitor.Field(7, "position_max", ref positionMax);
        visitor.Field(8, "angle_max", ref angleMax);
        return TVisitor.Rebuilds
            ? new()
            {
                Gravity = gravity,
                CartMass = cartMass,
                PoleMass = poleMass,
                PoleHalfLength = poleHalfLength,
                Force = force,
                TimeStep = timeStep,
                PositionMax = positionMax,
                AngleMax = angleMax,
            }
            : value;
    }
}
