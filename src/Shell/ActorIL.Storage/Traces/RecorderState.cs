using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces;

/// <summary>What a recorder has to know when a run goes on: where it stands, and the chunk it had begun.</summary>
/// <param name="FileLength">Bytes of the trace before the chunk at hand: the end of the last one.</param>
/// <param name="Chunk">The records of the chunk at hand.</param>
/// <param name="FirstOrdinal">The ordinal of its first delivery.</param>
/// <param name="Before">The chain value before that.</param>
/// <param name="BoundaryCount">Update boundaries so far.</param>
/// <param name="Paths">Every actor seen so far, by id.</param>
/// <param name="Blocks">Hashes of the blocks recorded so far, ascending.</param>
/// <param name="Channels">Channels so far, by id.</param>
public sealed record RecorderState(
    long FileLength,
    ImmutableArray<byte> Chunk,
    long FirstOrdinal,
    ulong Before,
    long BoundaryCount,
    ImmutableArray<ActorPathRecord> Paths,
    ImmutableArray<long> Blocks,
    ImmutableArray<ChannelState> Channels
) : IFields<RecorderState>
{
    public static TypeName Name => new("actoril.recorder-state", 1);

    public static RecorderState Fields<TVisitor>(scoped ref TVisitor visitor, RecorderState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var fileLength = value?.FileLength ?? 0L;
        var chunk = value?.Chunk ?? [];
        var firstOrdinal = value?.FirstOrdinal ?? 0L;
        var before = value?.Before ?? 0UL;
        var boundaryCount = value?.BoundaryCount ?? 0L;
        var paths = value?.Paths ?? [];
        var blocks = value?.Blocks ?? [];
        var channels = value?.Channels ?? [];
        visitor.Field(1, "file_length", ref fileLength);
        visitor.Field(2, "chunk", ref chunk);
        visitor.Field(3, "first_ordinal", ref firstOrdinal);
        visitor.Field(4, "before", ref before);
        visitor.Field(5, "boundary_count", ref boundaryCount);
        visitor.Records(6, "paths", ref paths);
        visitor.Field(7, "blocks", ref blocks);
        visitor.Records(8, "channels", ref channels);
        return TVisitor.Rebuilds
            ? new(fileLength, chunk, firstOrdinal, before, boundaryCount, paths, blocks, channels)
            : value!;
    }
}
