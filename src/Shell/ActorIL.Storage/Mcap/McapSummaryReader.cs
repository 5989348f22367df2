using System.Buffers.Binary;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>Reads the records of a summary section.</summary>
internal sealed class McapSummaryReader
{
    private static readonly McapStatistics NoStatistics = new(0, 0, 0, 0, 0, 0, 0, 0, []);

    private readonly McapCatalog _catalog = new();
    private readonly List<McapChunkIndex> _chunks = [];
    private readonly List<McapAttachmentIndex> _attachments = [];
    private readonly List<McapMetadataIndex> _metadata = [];
    private McapStatistics _statistics = NoStatistics;

    private McapSummaryReader() { }

    public static Result<McapSummary, McapFault> Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new McapSummaryReader();
        var section = bytes.Span;
        var offset = 0;
        while (offset < section.Length)
        {
            var left = section.Length - offset - McapBuffer.HeadLength;
            var length = left < 0 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(section[(offset + 1)..]);
            if (left < 0 || length > (ulong)left)
            {
                return Failure(offset, $"a record of {length} bytes where {left} are left in the summary");
            }

            var fields = new McapFields(section.Slice(offset + McapBuffer.HeadLength, (int)length));
            reader.Take(section[offset], ref fields);
            if (fields.Fault is { } fault)
            {
                return Failure(offset, fault);
            }

            offset += McapBuffer.HeadLength + (int)length;
        }

        return Result.Success<McapSummary, McapFault>(reader.Summary());
    }

    private void Take(byte opcode, ref McapFields fields)
    {
        switch (opcode)
        {
            case McapOpcode.Schema:
                Keep(ref fields, McapDecoding.Schema(ref fields));
                break;
            case McapOpcode.Channel:
                Keep(ref fields, McapDecoding.Channel(ref fields));
                break;
            case McapOpcode.Statistics:
                _statistics = McapDecoding.Statistics(ref fields);
                break;
            case McapOpcode.ChunkIndex:
                _chunks.Add(McapDecoding.ChunkIndex(ref fields));
                break;
            case McapOpcode.AttachmentIndex:
                _attachments.Add(McapDecoding.AttachmentIndex(ref fields));
                break;
            case McapOpcode.MetadataIndex:
                _metadata.Add(McapDecoding.MetadataIndex(ref fields));
                break;
            default:
                break;
        }
    }

    private void Keep(ref McapFields fields, McapSchema schema)
    {
        if (fields.Fault is null && _catalog.Add(schema) is { Length: > 0 } fault)
        {
            fields.Fail(fault);
        }
    }

    private void Keep(ref McapFields fields, McapChannel channel)
    {
        if (fields.Fault is null && _catalog.Add(channel) is { Length: > 0 } fault)
        {
            fields.Fail(fault);
        }
    }

    private McapSummary Summary() =>
        new(
            _catalog.Schemas,
            _catalog.Channels,
            _statistics,
            EquatableArray.From(_chunks),
            EquatableArray.From(_attachments),
            EquatableArray.From(_metadata)
        );

    private static Result<McapSummary, McapFault> Failure(int offset, string found) =>
        Result.Failure<McapSummary, McapFault>(new(offset, found));
}
