using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Examples;

/// <summary>What a counter has counted.</summary>
internal sealed record CounterState(long Count) : IFields<CounterState>
{
    public static TypeName Name => new("example-counter-state", 1);

    public static CounterState Fields<TVisitor>(scoped ref TVisitor visitor, CounterState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        visitor.Field(1, "count", ref count);
        return TVisitor.Rebuilds ? new(count) : value!;
    }
}
