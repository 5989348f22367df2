using ActorIL.Core.Fields;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>How many readings an actor has had.</summary>
internal readonly record struct ReadingCount(long Count) : IFields<ReadingCount>
{
    public static TypeName Name => new("test-reading-count", 1);

    public static ReadingCount Fields<TVisitor>(scoped ref TVisitor visitor, ReadingCount value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value.Count;
        visitor.Field(1, "count", ref count);
        return TVisitor.Rebuilds ? new(count) : value;
    }
}
