using System.Buffers.Binary;
using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>What the records of a chunk are, learned from their bytes alone.</summary>
/// <param name="Schemas">In the order they stand there.</param>
/// <param name="Channels">In the order they stand there.</param>
/// <param name="Indexes">One for each channel with messages, ascending by channel.</param>
/// <param name="MessageCount">Messages.</param>
/// <param name="StartTime">The earliest log time; 0 without messages.</param>
/// <param name="EndTime">The latest log time; 0 without messages.</param>
internal sealed record McapChunkSurvey(
    ImmutableArray<McapSchema> Schemas,
    ImmutableArray<McapChannel> Channels,
    ImmutableArray<McapMessageIndex> Indexes,
    int MessageCount,
    ulong StartTime,
    ulong EndTime
)
{
    /// <param name="bytes">The records.</param>
    /// <param name="isStrict">Whether only schemas, channels and messages may stand there.</param>
    public static Result<McapChunkSurvey, McapFault> Of(ReadOnlySpan<byte> bytes, bool isStrict)
    {
        var schemas = ImmutableArray.CreateBuilder<McapSchema>();
        var channels = ImmutableArray.CreateBuilder<McapChannel>();
        var indexes = new SortedDictionary<ushort, List<McapIndexEntry>>();
        var offset = 0;
        while (offset < bytes.Length)
        {
            if (bytes.Length - offset < McapBuffer.HeadLength)
            {
                return Fault(offset, $"{bytes.Length - offset} bytes where a record belongs");
            }

            var opcode = bytes[offset];
            var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(offset + 1)..]);
            var left = bytes.Length - offset - McapBuffer.HeadLength;
            if (length > (ulong)left)
            {
                return Fault(offset, $"a record of {length} bytes where {left} are left in its chunk");
            }

            var fields = new McapFields(bytes.Slice(offset + McapBuffer.HeadLength, (int)length));
            switch (opcode)
            {
                case McapOpcode.Schema:
                    schemas.Add(McapDecoding.Schema(ref fields));
                    break;
                case McapOpcode.Channel:
                    channels.Add(McapDecoding.Channel(ref fields));
                    break;
                case McapOpcode.Message:
                    AddMessage(indexes, ref fields, offset);
                    break;
                default:
                    if (isStrict)
                    {
                        fields.Fail($"a record of kind 0x{opcode:x2} in a chunk");
                    }

                    break;
            }

            if (fields.Fault is { } fault)
            {
                return Fault(offset, fault);
            }

            offset += McapBuffer.HeadLength + (int)length;
        }

        return Result.Success<McapChunkSurvey, McapFault>(
            Of(schemas.DrainToImmutable(), channels.DrainToImmutable(), indexes)
        );
    }

    private static McapChunkSurvey Of(
        ImmutableArray<McapSchema> schemas,
        ImmutableArray<McapChannel> channels,
        SortedDictionary<ushort, List<McapIndexEntry>> indexes
    )
    {
        var messageCount = 0;
        var startTime = ulong.MaxValue;
        var endTime = ulong.MinValue;
        foreach (var entries in indexes.Values)
        {
            messageCount += entries.Count;
            foreach (var entry in entries)
            {
                startTime = Math.Min(startTime, entry.LogTime);
                endTime = Math.Max(endTime, entry.LogTime);
            }
        }

        return new(
            schemas,
            channels,
            [.. indexes.Select(pair => new McapMessageIndex(pair.Key, EquatableArray.From(pair.Value)))],
            messageCount,
            messageCount == 0 ? 0 : startTime,
            endTime
        );
    }

    private static void AddMessage(
        SortedDictionary<ushort, List<McapIndexEntry>> indexes,
        ref McapFields fields,
        int offset
    )
    {
        var channelId = fields.UInt16();
        fields.UInt32();
        var logTime = fields.UInt64();
        fields.UInt64();
        if (!indexes.TryGetValue(channelId, out var entries))
        {
            entries = [];
            indexes.Add(channelId, entries);
        }

        entries.Add(new(logTime, (ulong)offset));
    }

    private static Result<McapChunkSurvey, McapFault> Fault(int offset, string found) =>
        Result.Failure<McapChunkSurvey, McapFault>(new(offset, found));
}
