using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>The end of a chunk: what the chain was before and after its deliveries.</summary>
/// <param name="FirstOrdinal">
/// The ordinal of the first delivery of the chunk; one more than the last where it has none.
/// </param>
/// <param name="LastOrdinal">The ordinal of the last delivery so far.</param>
/// <param name="Before">The chain value before the first.</param>
/// <param name="After">The chain value after the last.</param>
internal sealed record ChainRecord(long FirstOrdinal, long LastOrdinal, ulong Before, ulong After)
    : IFields<ChainRecord>
{
    public static TypeName Name => new("actoril.chain", 1);

    public static ChainRecord Fields<TVisitor>(scoped ref TVisitor visitor, ChainRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var firstOrdinal = value?.FirstOrdinal ?? 0L;
        var lastOrdinal = value?.LastOrdinal ?? 0L;
        var before = value?.Before ?? 0UL;
        var after = value?.After ?? 0UL;
        visitor.Field(1, "first_ordinal", ref firstOrdinal);
        visitor.Field(2, "last_ordinal", ref lastOrdinal);
        visitor.Field(3, "before", ref before);
        visitor.Field(4, "after", ref after);
        return TVisitor.Rebuilds ? new(firstOrdinal, lastOrdinal, before, after) : value!;
    }
}
