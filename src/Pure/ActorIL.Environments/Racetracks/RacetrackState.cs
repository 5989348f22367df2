using ActorIL.Core.Fields;

namespace ActorIL.Environments.Racetracks;

/// <summary>A car on a racetrack, in double precision.</summary>
/// <param name="X">Metres along the track.</param>
/// <param name="Y">Metres across it, positive to the left of somebody who looks along it.</param>
/// <param name="Speed">Metres a second, ≥ 0.</param>
/// <param name="Heading">Radians from the x axis to where the car goes, positive to the left; not wrapped.</param>
internal readonly record struct RacetrackState(double X, double Y, double Speed, double Heading)
    : IFields<RacetrackState>
{
    public static TypeName Name => new("racetrack-state", 1);

    public static RacetrackState Fields<TVisitor>(scoped ref TVisitor visitor, RacetrackState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (x, y, speed, heading) = value;
        visitor.Field(1, "x", ref x);
        visitor.Field(2, "y", ref y);
        visitor.Field(3, "speed", ref speed);
        visitor.Field(4, "heading", ref heading);
        return TVisitor.Rebuilds ? new(x, y, speed, heading) : value;
    }
}
