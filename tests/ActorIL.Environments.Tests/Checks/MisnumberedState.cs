using ActorIL.Core.Fields;

namespace ActorIL.Environments.Tests.Checks;

/// <summary>Describes its fields in no order.</summary>
internal readonly record struct MisnumberedState(int First, int Second) : IFields<MisnumberedState>
{
    public static TypeName Name => new("misnumbered-state", 1);

    public static MisnumberedState Fields<TVisitor>(scoped ref TVisitor visitor, MisnumberedState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (first, second) = value;
        visitor.Field(2, "second", ref second);
        visitor.Field(1, "first", ref first);
        return TVisitor.Rebuilds ? new(first, second) : value;
    }
}
