using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>Where a chunk stands, and what is in it: a hint, which the chunk itself must confirm.</summary>
/// <param name="StartTime">The earliest log time, in nanoseconds; 0 without messages.</param>
/// <param name="EndTime">The latest log time, in nanoseconds; 0 without messages.</param>
/// <param name="ChunkOffset">Of the chunk record, from the start of the file.</param>
/// <param name="ChunkLength">Of the chunk record, its opcode and length included.</param>
/// <param name="Indexes">The channels it has messages of, each with its message index.</param>
/// <param name="IndexesLength">All message indexes after the chunk together, in bytes.</param>
/// <param name="Compression">Empty for none.</param>
/// <param name="CompressedLength">Of its records as they stand there, in bytes.</param>
/// <param name="UncompressedLength">Of its records, in bytes.</param>
public sealed record McapChunkIndex(
    ulong StartTime,
    ulong EndTime,
    ulong ChunkOffset,
    ulong ChunkLength,
    EquatableArray<McapIndexOffset> Indexes,
    ulong IndexesLength,
    string Compression,
    ulong CompressedLength,
    ulong UncompressedLength
);
