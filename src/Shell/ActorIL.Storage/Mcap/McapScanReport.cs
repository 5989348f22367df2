using System.Collections.Immutable;

namespace ActorIL.Storage.Mcap;

/// <summary>How much of a file is whole.</summary>
/// <param name="ValidLength">
/// The longest stretch from its start that is whole: up to the end of a record outside chunks, or of a chunk with its
/// message indexes. A writer can continue there. 0 when not even the header is whole.
/// </param>
/// <param name="Length">Of the file.</param>
/// <param name="HasDataEnd">Whether the data was ended and its checksum is right: no record is lost then.</param>
/// <param name="IsClosed">Whether the summary and the end of the file are right as well.</param>
/// <param name="ChunkCount">Whole chunks.</param>
/// <param name="MessageCount">Messages in them, and those outside chunks.</param>
/// <param name="Losses">Empty for a closed file, else one.</param>
public sealed record McapScanReport(
    long ValidLength,
    long Length,
    bool HasDataEnd,
    bool IsClosed,
    int ChunkCount,
    long MessageCount,
    ImmutableArray<McapLoss> Losses
);
