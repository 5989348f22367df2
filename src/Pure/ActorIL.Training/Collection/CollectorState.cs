using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Collection;

/// <summary>The collector between messages.</summary>
/// <param name="Sequence">Requests so far.</param>
/// <param name="Request">The request at hand; null for none.</param>
/// <param name="Blocks">One entry a block.</param>
public sealed record CollectorState(long Sequence, CollectorMessage.Collect? Request, ImmutableArray<BlockSlot> Blocks)
    : IFields<CollectorState>
{
    public static TypeName Name => new("collector-state", 1);

    public static CollectorState Fields<TVisitor>(scoped ref TVisitor visitor, CollectorState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var sequence = value?.Sequence ?? 0;
        var request = value?.Request;
        var blocks = value?.Blocks ?? [];
        visitor.Field(1, "sequence", ref sequence);
        visitor.Record(2, "request", ref request);
        visitor.Records(3, "blocks", ref blocks);
        return TVisitor.Rebuilds ? new(sequence, request, blocks) : value!;
    }
}
