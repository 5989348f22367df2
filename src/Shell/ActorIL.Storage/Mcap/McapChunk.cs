using System.Buffers.Binary;
using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>A chunk that was read and checked as a whole: either all of its records are there, or none.</summary>
public sealed class McapChunk
{
    private McapChunk(McapPlace place, ReadOnlyMemory<byte> bytes, uint crc, McapChunkSurvey survey) =>
        (Place, Bytes, Crc, Survey) = (place, bytes, crc, survey);

    /// <summary>Where its record stands.</summary>
    public McapPlace Place { get; }

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

    /// <summary>The bytes of its record before its records.</summary>
    internal int HeadLength => (int)(Place.Length - Bytes.Length);

    /// <summary>Its schemas, channels and messages in the order they stand there, one by one.</summary>
    public IEnumerable<McapRecord> Records()
    {
        var offset = 0;
        while (offset < Bytes.Length)
        {
            var opcode = Bytes.Span[offset];
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(Bytes.Span[(offset + 1)..]);
            var content = Bytes.Slice(offset + McapBuffer.HeadLength, length);
            offset += McapBuffer.HeadLength + length;
            yield return Record(opcode, content);
        }
    }

    /// <summary>Its messages in the order they stand there, one by one.</summary>
    public IEnumerable<McapMessage> Messages()
    {
        var offset = 0;
        while (offset < Bytes.Length)
        {
            var opcode = Bytes.Span[offset];
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(Bytes.Span[(offset + 1)..]);
            var content = Bytes.Slice(offset + McapBuffer.HeadLength, length);
            offset += McapBuffer.HeadLength + length;
            if (opcode == McapOpcode.Message)
            {
                yield return Message(content);
            }
        }
    }

    internal static Result<McapChunk, Error> Of(McapFrame frame, McapSource source, McapReadOptions options)
    {
        var fields = new McapFields(frame.Content.Span);
        var startTime = fields.UInt64();
        var endTime = fields.UInt64();
        var uncompressedLength = fields.UInt64();
        var crc = fields.UInt32();
        var compression = fields.Text();
        var length = fields.UInt64();
        var start = fields.Position;
        fields.Take(length);
        if (fields.Fault is null && compression.Length > 0)
        {
            return Result.Failure<McapChunk, Error>(Compressed(frame, source, compression));
        }

        if (length != uncompressedLength)
        {
            fields.Fail($"a chunk of {length} bytes that says it has {uncompressedLength}");
        }

        if (options.RequireChecksums && fields.Left > 0)
        {
            fields.Fail($"{fields.Left} bytes after the records of a chunk");
        }

        if (fields.Fault is { } fault)
        {
            return Result.Failure<McapChunk, Error>(source.At(frame.Place.Offset, fault));
        }

        var bytes = frame.Content.Slice(start, (int)length);
        var computed = Crc32.Of(bytes.Span);
        if ((options.RequireChecksums || crc != 0) && crc != computed)
        {
            var found = $"a chunk with checksum {computed:x8} that says it has {crc:x8}";
            return Result.Failure<McapChunk, Error>(source.At(frame.Place.Offset, found));
        }

        return McapChunkSurvey
            .Of(bytes.Span, options.RequireChecksums)
            .MapError(inner => source.At(frame.ContentOffset + start + inner.Offset, inner.Found))
            .Then(survey =>
                options.RequireChecksums && (survey.StartTime != startTime || survey.EndTime != endTime)
                    ? Result.Failure<McapChunk, Error>(
                        source.At(frame.Place.Offset, "a chunk whose times are not those of its messages")
                    )
                    : Result.Success<McapChunk, Error>(new(frame.Place, bytes, computed, survey))
            );
    }

    private static Error Compressed(McapFrame frame, McapSource source, string compression) =>
        new(
            $"{source.Name}, byte {frame.Place.Offset}",
            $"a chunk compressed with '{compression}'",
            "chunks that are not compressed",
            "Rewrite the file with the mcap command: mcap decompress IN.mcap -o OUT.mcap"
        );

    private static McapRecord Record(byte opcode, ReadOnlyMemory<byte> content)
    {
        var fields = new McapFields(content.Span);
        return opcode switch
        {
            McapOpcode.Schema => new McapRecord.Schema(McapDecoding.Schema(ref fields)),
            McapOpcode.Channel => new McapRecord.Channel(McapDecoding.Channel(ref fields)),
            McapOpcode.Message => new McapRecord.Message(McapDecoding.Message(ref fields, content)),
            _ => new McapRecord.Other(default, opcode),
        };
    }

    private static McapMessage Message(ReadOnlyMemory<byte> content)
    {
        var fields = new McapFields(content.Span);
        return McapDecoding.Message(ref fields, content);
    }
}
