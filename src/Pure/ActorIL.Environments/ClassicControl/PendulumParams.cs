using ActorIL.Core.Fields;

namespace ActorIL.Environments.ClassicControl;

/// <summary>Physical constants of <see cref="Pendulum"/>; the defaults are those of Pendulum-v1.</summary>
internal readonly record struct PendulumParams() : IFields<PendulumParams>
{
    public static TypeName Name => new("pendulum-params", 1);

    /// <summary>Metres a second squared.</summary>
    public double Gravity { get; init; } = 10.0;

    /// <summary>Kilograms.</summary>
    public double Mass { get; init; } = 1.0;

    /// <summary>Metres.</summary>
    public double Length { get; init; } = 1.0;

    /// <summary>Bound of the torque either way, newton metres.</summary>
    public double TorqueMax { get; init; } = 2.0;

    /// <summary>Bound of θ' either way, radians a second.</summary>
    public double AngularVelocityMax { get; init; } = 8.0;

    /// <summary>Seconds between two steps.</summary>
    public double TimeStep { get; init; } = 0.05;

    public static PendulumParams Fields<TVisitor>(scoped ref TVisitor visitor, PendulumParams value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var gravity = value.Gravity;
        var mass = value.Mass;
        var length = value.Length;
        var torqueMax = value.TorqueMax;
        var angularVelocityMax = value.AngularVelocityMax;
        var timeStep = value.TimeStep;
        visitor.Field(1, "gravity", ref gravity);
        visitor.Field(2, "mass", ref mass);
        visitor.Field(3, "length", ref length);
        visitor.Field(4, "torque_max", ref torqueMax);
        visitor.Field(5, "angular_velocity_max", ref angularVelocityMax);
        visitor.Field(6, "time_step", ref timeStep);
        return TVisitor.Rebuilds
            ? new()
            {
                Gravity = gravity,
                Mass = mass,
                Length = length,
                TorqueMax = torqueMax,
                AngularVelocityMax = angularVelocityMax,
                TimeStep = timeStep,
            }
            : value;
    }
}
