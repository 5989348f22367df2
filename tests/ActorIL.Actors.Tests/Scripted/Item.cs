using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Something that goes through a pipeline: from which source, and the how-manieth of it.</summary>
internal readonly record struct Item(int Source, int Number) : IFields<Item>
{
    public static TypeName Name => new("test-item", 1);

    public static Item Fields<TVisitor>(scoped ref TVisitor visitor, Item value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (source, number) = value;
        visitor.Field(1, "source", ref source);
        visitor.Field(2, "number", ref number);
        return TVisitor.Rebuilds ? new(source, number) : value;
    }
}
