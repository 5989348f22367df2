using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>The state of a transducer that needs none.</summary>
public readonly record struct Stateless : IFields<Stateless>
{
    public static TypeName Name => new("stateless", 1);

    public static Stateless Fields<TVisitor>(scoped ref TVisitor visitor, Stateless value)
        where TVisitor : IFieldVisitor, allows ref struct => value;
}
