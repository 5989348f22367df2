using ActorIL.Core.Fields;

namespace ActorIL.Environments.ClassicControl;

/// <summary>The cart and its pole, in double precision.</summary>
/// <param name="Position">Cart position x, metres; 0 is the middle of the track.</param>
/// <param name="Velocity">x', metres a second.</param>
/// <param name="Angle">Pole angle θ, radians; 0 is upright, positive leans to positive x.</param>
/// <param name="AngularVelocity">θ', radians a second.</param>
internal readonly record struct CartPoleState(double Position, double Velocity, double Angle, double AngularVelocity)
    : IFields<CartPoleState>
{
    public static TypeName Name => new("cart-pole-state", 1);

    public static CartPoleState Fields<TVisitor>(scoped ref TVisitor visitor, CartPoleState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (position, velocity, angle, angularVelocity) = value;
        visitor.Field(1, "position", ref position);
        visitor.Field(2, "velocity", ref velocity);
        visitor.Field(3, "angle", ref angle);
        visitor.Field(4, "angular_velocity", ref angularVelocity);
        return TVisitor.Rebuilds ? new(position, velocity, angle, angularVelocity) : value;
    }
}
