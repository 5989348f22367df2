namespace ActorIL.Storage.Mcap;

/// <summary>One message of a channel in a chunk.</summary>
/// <param name="LogTime">In nanoseconds.</param>
/// <param name="Offset">Of its record, from the start of the chunk's records, in bytes.</param>
public readonly record struct McapIndexEntry(ulong LogTime, ulong Offset);
