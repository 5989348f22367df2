using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Blocks;

namespace ActorIL.Training.Collection;

/// <summary>What the collector knows of one block.</summary>
/// <param name="Ready">Whether it has started.</param>
/// <param name="States">Where it stood after its last chunk, to resume it from; null before the first.</param>
/// <param name="Chunk">Its answer to the request at hand; null until it is here.</param>
public sealed record BlockSlot(bool Ready, VectorSnapshot? States, BlockChunk? Chunk) : IFields<BlockSlot>
{
    public static TypeName Name => new("block-slot", 1);

    public static BlockSlot Fields<TVisitor>(scoped ref TVisitor visitor, BlockSlot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var ready = value?.Ready ?? false;
        var states = value?.States;
        var chunk = value?.Chunk;
        visitor.Field(1, "ready", ref ready);
        visitor.Record(2, "states", ref states);
        visitor.Record(3, "chunk", ref chunk);
        return TVisitor.Rebuilds ? new(ready, states, chunk) : value!;
    }
}
