using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>The numbers of a parameter block, recorded once, before the first message that names it.</summary>
/// <param name="Hash">The hash of its content, by which messages name it.</param>
/// <param name="Values">Its numbers, shape [n].</param>
public sealed record BlockRecord(ulong Hash, ImmutableArray<float> Values) : IFields<BlockRecord>
{
    public static TypeName Name => new("actoril.block", 1);

    public static BlockRecord Fields<TVisitor>(scoped ref TVisitor visitor, BlockRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var hash = value?.Hash ?? 0UL;
        var values = value?.Values ?? [];
        visitor.Field(1, "hash", ref hash);
        visitor.Field(2, "values", ref values);
        return TVisitor.Rebuilds ? new(hash, values) : value!;
    }
}
