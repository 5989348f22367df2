using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Core.Fields;
using ActorIL.Training.Blocks;
using ActorIL.Training.Pipelines;

namespace ActorIL.Training.Collection;

/// <summary>The collector between messages.</summary>
/// <param name="Sequence">Requests so far.</param>
/// <param name="Request">The request at hand; null for none.</param>
/// <param name="Blocks">One entry a block.</param>
/// <param name="Pipeline">Chunks that wait for those of other blocks.</param>
internal sealed record CollectorState(
    long Sequence,
    CollectorMessage.Collect? Request,
    ImmutableArray<BlockSlot> Blocks,
    ChainState<PendingItems<BlockChunk>, Stateless> Pipeline
) : IFields<CollectorState>
{
    /// <summary>The states of the stages behind it, in order; none where there are no stages.</summary>
    public ImmutableArray<StageState> Stages { get; init; } = [];

    public static TypeName Name => new("collector-state", 1);

    public static CollectorState Fields<TVisitor>(scoped ref TVisitor visitor, CollectorState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var sequence = value?.Sequence ?? 0;
        var request = value?.Request;
        var blocks = value?.Blocks ?? [];
        var pipeline = value?.Pipeline;
        visitor.Field(1, "sequence", ref sequence);
        visitor.Record(2, "request", ref request);
        visitor.Records(3, "blocks", ref blocks);
        visitor.Record(4, "pipeline", ref pipeline);
        var stages = value?.Stages ?? [];
        visitor.Records(5, "stages", ref stages);
        return TVisitor.Rebuilds ? new(sequence, request, blocks, pipeline!) { Stages = stages } : value!;
    }
}
