using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>The state of the small systems' actors.</summary>
/// <param name="Count">Signals so far.</param>
/// <param name="Sum">Of their rewards.</param>
internal sealed record Tally(int Count, float Sum) : IFields<Tally>
{
    public static TypeName Name => new("test-tally", 1);

    public Tally With(float reward) => new(Count + 1, Sum + reward);

    public static Tally Fields<TVisitor>(scoped ref TVisitor visitor, Tally? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        var sum = value?.Sum ?? 0;
        visitor.Field(1, "count", ref count);
        visitor.Field(2, "sum", ref sum);
        return TVisitor.Rebuilds ? new(count, sum) : value!;
    }
}
