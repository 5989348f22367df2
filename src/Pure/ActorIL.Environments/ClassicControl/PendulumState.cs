using ActorIL.Core.Fields;

namespace ActorIL.Environments.ClassicControl;

/// <summary>The pendulum, in double precision.</summary>
/// <param name="Angle">θ, radians, not wrapped; 0 is upright.</param>
/// <param name="AngularVelocity">θ', radians a second.</param>
internal readonly record struct PendulumState(double Angle, double AngularVelocity) : IFields<PendulumState>
{
    public static TypeName Name => new("pendulum-state", 1);

    public static PendulumState Fields<TVisitor>(scoped ref TVisitor visitor, PendulumState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (angle, angularVelocity) = value;
        visitor.Field(1, "angle", ref angle);
        visitor.Field(2, "angular_velocity", ref angularVelocity);
        return TVisitor.Rebuilds ? new(angle, angularVelocity) : value;
    }
}
