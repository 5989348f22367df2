using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Experts;

/// <summary>Episodes the expert drove; episode i starts the same whatever the count.</summary>
/// <param name="Trajectories">In order of episode.</param>
public sealed record Demonstrations(ImmutableArray<Trajectory> Trajectories) : IFields<Demonstrations>
{
    public static TypeName Name => new("demonstrations", 1);

    public static Demonstrations Fields<TVisitor>(scoped ref TVisitor visitor, Demonstrations? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var trajectories = value?.Trajectories ?? [];
        visitor.Records(1, "trajectories", ref trajectories);
        return TVisitor.Rebuilds ? new(trajectories) : value!;
    }
}
