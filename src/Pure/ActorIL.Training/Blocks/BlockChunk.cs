using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Blocks;

/// <summary>T steps of one block.</summary>
/// <param name="BlockIndex">Which block, from 0.</param>
/// <param name="Sequence">The request it answers.</param>
/// <param name="Rollout">T steps of the environments of the block.</param>
/// <param name="States">Where the block stands now, so that its supervisor can resume it.</param>
/// <param name="Returns">Returns of the episodes that ended, in order of time, then environment.</param>
/// <param name="ExpertStepCount">Steps that the expert drove.</param>
public sealed record BlockChunk(
    int BlockIndex,
    long Sequence,
    Rollout Rollout,
    VectorSnapshot States,
    ImmutableArray<double> Returns,
    long ExpertStepCount
) : IFields<BlockChunk>
{
    public static TypeName Name => new("block-chunk", 1);

    /// <summary>The steps are recorded with the rollout that the collector makes of all chunks.</summary>
    public static ImmutableArray<int> Recomputed => [3, 4];

    public static BlockChunk Fields<TVisitor>(scoped ref TVisitor visitor, BlockChunk? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var blockIndex = value?.BlockIndex ?? 0;
        var sequence = value?.Sequence ?? 0L;
        var rollout = value?.Rollout;
        var states = value?.States;
        var returns = value?.Returns ?? [];
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Field(1, "block_index", ref blockIndex);
        visitor.Field(2, "sequence", ref sequence);
        visitor.Record(3, "rollout", ref rollout);
        visitor.Record(4, "states", ref states);
        visitor.Field(5, "returns", ref returns);
        visitor.Field(6, "expert_step_count", ref expertStepCount);
        return TVisitor.Rebuilds ? new(blockIndex, sequence, rollout!, states!, returns, expertStepCount) : value!;
    }
}
