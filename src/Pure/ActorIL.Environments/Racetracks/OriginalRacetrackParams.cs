using ActorIL.Core.Fields;

namespace ActorIL.Environments.Racetracks;

/// <summary>Nothing: <see cref="OriginalRacetrack"/> has no choice but its time limit.</summary>
internal readonly record struct OriginalRacetrackParams : IFields<OriginalRacetrackParams>
{
    public static TypeName Name => new("original-racetrack-params", 1);

    public static OriginalRacetrackParams Fields<TVisitor>(scoped ref TVisitor visitor, OriginalRacetrackParams value)
        where TVisitor : IFieldVisitor, allows ref struct => value;
}
