using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// The records from their bytes. What is returned counts only while the fields have no fault; fields that a later
/// version of the format may add at the end are passed over.
/// </summary>
internal static class McapDecoding
{
    public static McapHeader Header(ref McapFields fields) => new(fields.Text(), fields.Text());

    public static McapSchema Schema(ref McapFields fields) =>
        new(fields.UInt16(), fields.Text(), fields.Text(), [.. fields.Bytes()]);

    public static McapChannel Channel(ref McapFields fields) =>
        new(fields.UInt16(), fields.UInt16(), fields.Text(), fields.Text(), fields.Map());

    // The message's data becomes a window on the content.
    public static McapMessage Message(ref McapFields fields, ReadOnlyMemory<byte> content) =>
        new(
            fields.UInt16(),
            fields.UInt32(),
            fields.UInt64(),
            fields.UInt64(),
            fields.Fault is null ? content[fields.Position..] : default
        );

    public static McapMetadata Metadata(ref McapFields fields) => new(fields.Text(), fields.Map());

    // The attachment's data becomes a window on the content.
    public static McapAttachment Attachment(ref McapFields fields, ReadOnlyMemory<byte> content, bool isChecked)
    {
        var logTime = fields.UInt64();
        var createTime = fields.UInt64();
        var name = fields.Text();
        var mediaType = fields.Text();
        var length = fields.UInt64();
        var start = fields.Position;
        fields.Take(length);
        var end = fields.Position;
        var crc = fields.UInt32();
        if (fields.Fault is null && (isChecked || crc != 0) && crc != Crc32.Of(content.Span[..end]))
        {
            fields.Fail($"an attachment whose checksum is not {crc:x8}, as it says");
        }

        return new(logTime, createTime, name, mediaType, fields.Fault is null ? content[start..end] : default);
    }

    public static McapMessageIndex MessageIndex(ref McapFields fields)
    {
        var channelId = fields.UInt16();
        var items = new McapFields(fields.Bytes());
        var entries = new List<McapIndexEntry>();
        while (items.Left > 0 && items.Fault is null)
        {
            entries.Add(new(items.UInt64(), items.UInt64()));
        }

        Keep(ref fields, items.Fault);
        return new(channelId, EquatableArray.From(entries));
    }

    public static McapChunkIndex ChunkIndex(ref McapFields fields)
    {
        var startTime = fields.UInt64();
        var endTime = fields.UInt64();
        var offset = fields.UInt64();
        var length = fields.UInt64();
        var items = new McapFields(fields.Bytes());
        var indexes = new List<McapIndexOffset>();
        while (items.Left > 0 && items.Fault is null)
        {
            indexes.Add(new(items.UInt16(), items.UInt64()));
        }

        Keep(ref fields, items.Fault);
        return new(
            startTime,
            endTime,
            offset,
            length,
            EquatableArray.From(indexes),
            fields.UInt64(),
            fields.Text(),
            fields.UInt64(),
            fields.UInt64()
        );
    }

    public static McapAttachmentIndex AttachmentIndex(ref McapFields fields) =>
        new(
            fields.UInt64(),
            fields.UInt64(),
            fields.UInt64(),
            fields.UInt64(),
            fields.UInt64(),
            fields.Text(),
            fields.Text()
        );

    public static McapMetadataIndex MetadataIndex(ref McapFields fields) =>
        new(fields.UInt64(), fields.UInt64(), fields.Text());

    public static McapStatistics Statistics(ref McapFields fields)
    {
        var messageCount = fields.UInt64();
        var schemaCount = fields.UInt16();
        var channelCount = fields.UInt32();
        var attachmentCount = fields.UInt32();
        var metadataCount = fields.UInt32();
        var chunkCount = fields.UInt32();
        var startTime = fields.UInt64();
        var endTime = fields.UInt64();
        var items = new McapFields(fields.Bytes());
        var channels = new List<McapChannelCount>();
        while (items.Left > 0 && items.Fault is null)
        {
            channels.Add(new(items.UInt16(), items.UInt64()));
        }

        Keep(ref fields, items.Fault);
        return new(
            messageCount,
            schemaCount,
            channelCount,
            attachmentCount,
            metadataCount,
            chunkCount,
            startTime,
            endTime,
            EquatableArray.From(channels)
        );
    }

    private static void Keep(ref McapFields fields, string? fault)
    {
        if (fault is not null)
        {
            fields.Fail(fault);
        }
    }
}
