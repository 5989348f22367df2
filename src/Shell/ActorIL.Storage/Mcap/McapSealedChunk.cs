using System.Collections.Immutable;

namespace ActorIL.Storage.Mcap;

/// <summary>A chunk that is complete and can be written; it never changes, so another thread may write it.</summary>
public sealed class McapSealedChunk
{
    internal McapSealedChunk(ReadOnlyMemory<byte> bytes, McapChunkSurvey survey)
    {
        (Bytes, Survey) = (bytes, survey);
        Crc = Crc32.Of(bytes.Span);
    }

    /// <summary>Its records, uncompressed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The CRC-32 of its records.</summary>
    public uint Crc { get; }

    public int MessageCount => Survey.MessageCount;

    /// <summary>The earliest log time, in nanoseconds; 0 without messages.</summary>
    public ulong StartTime => Survey.StartTime;

    /// <summary>The latest log time, in nanoseconds; 0 without messages.</summary>
    public ulong EndTime => Survey.EndTime;

    /// <summary>One for each channel with messages, ascending by channel.</summary>
    public ImmutableArray<McapMessageIndex> Indexes => Survey.Indexes;

    internal McapChunkSurvey Survey { get; }
}
