using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Training.Blocks;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Pipelines;

/// <summary>Chunks of blocks, in whatever order they arrive, into one ordered rollout of each request.</summary>
public static class RolloutPipeline
{
    /// <param name="blockCount">Blocks of a request, ≥ 1.</param>
    public static ITransducer<ChainState<PendingItems<BlockChunk>, Stateless>, BlockChunk, Collected> Of(
        int blockCount
    ) =>
        Transducers
            .Batch<BlockChunk>(blockCount, static chunk => chunk.BlockIndex)
            .Then(Transducers.Map<ImmutableArray<BlockChunk>, Collected>(RolloutMerging.Merge));
}
