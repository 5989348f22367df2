using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Checkpoints;

/// <summary>A count, and numbers that change with it.</summary>
internal sealed record CountState(long Count, ParameterBlock? Numbers) : IFields<CountState>
{
    public static TypeName Name => new("test-count-state", 1);

    public static CountState Fields<TVisitor>(scoped ref TVisitor visitor, CountState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        var numbers = value?.Numbers;
        visitor.Field(1, "count", ref count);
        visitor.Block(2, "numbers", ref numbers);
        return TVisitor.Rebuilds ? new(count, numbers) : value!;
    }
}
