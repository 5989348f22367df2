using ActorIL.Core.Fields;

namespace ActorIL.Training.Tests.Runs;

internal readonly record struct TrapdoorState(int Position) : IFields<TrapdoorState>
{
    public static TypeName Name => new("trapdoor-state", 1);

    public static TrapdoorState Fields<TVisitor>(scoped ref TVisitor visitor, TrapdoorState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var position = value.Position;
        visitor.Field(1, "position", ref position);
        return new(position);
    }
}
