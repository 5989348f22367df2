using System.Buffers.Binary;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>The records as bytes, fields in the order of the specification.</summary>
internal static class McapEncoding
{
    // Content of a message before its data; the head of a record, channel, sequence and two times before it.
    private const int MessageHeadLength = 22;

    /// <summary>What every file starts and ends with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'M', (byte)'C', (byte)'A', (byte)'P', 0x30, 0x0D, 0x0A];

    public static void Header(McapBuffer buffer, McapHeader header)
    {
        var start = buffer.Begin(McapOpcode.Header);
        buffer.Text(header.Profile);
        buffer.Text(header.Library);
        buffer.End(start);
    }

    public static void Schema(McapBuffer buffer, McapSchema schema)
    {
        var start = buffer.Begin(McapOpcode.Schema);
        buffer.UInt16(schema.Id);
        buffer.Text(schema.Name);
        buffer.Text(schema.Encoding);
        buffer.UInt32((uint)schema.Data.Count);
        buffer.Append(schema.Data.AsSpan());
        buffer.End(start);
    }

    public static void Channel(McapBuffer buffer, McapChannel channel)
    {
        var start = buffer.Begin(McapOpcode.Channel);
        buffer.UInt16(channel.Id);
        buffer.UInt16(channel.SchemaId);
        buffer.Text(channel.Topic);
        buffer.Text(channel.MessageEncoding);
        buffer.Map(channel.Metadata);
        buffer.End(start);
    }

    public static void Message(
        McapBuffer buffer,
        ushort channelId,
        uint sequence,
        ulong logTime,
        ulong publishTime,
        ReadOnlySpan<byte> data
    )
    {
        var target = buffer.Grow(McapBuffer.HeadLength + MessageHeadLength + data.Length);
        target[0] = McapOpcode.Message;
        BinaryPrimitives.WriteUInt64LittleEndian(target[1..], (ulong)(MessageHeadLength + data.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(target[9..], channelId);
        BinaryPrimitives.WriteUInt32LittleEndian(target[11..], sequence);
        BinaryPrimitives.WriteUInt64LittleEndian(target[15..], logTime);
        BinaryPrimitives.WriteUInt64LittleEndian(target[23..], publishTime);
        data.CopyTo(target[31..]);
    }

    /// <summary>A chunk record up to its records, which follow as they are.</summary>
    public static void ChunkHead(McapBuffer buffer, McapSealedChunk chunk)
    {
        const int ContentHeadLength = 40;
        buffer.Byte(McapOpcode.Chunk);
        buffer.UInt64((ulong)(ContentHeadLength + chunk.Bytes.Length));
        buffer.UInt64(chunk.StartTime);
        buffer.UInt64(chunk.EndTime);
        buffer.UInt64((ulong)chunk.Bytes.Length);
        buffer.UInt32(chunk.Crc);
        buffer.Text("");
        buffer.UInt64((ulong)chunk.Bytes.Length);
    }

    public static void MessageIndex(McapBuffer buffer, McapMessageIndex index)
    {
        var start = buffer.Begin(McapOpcode.MessageIndex);
        buffer.UInt16(index.ChannelId);
        var entries = buffer.BeginArray();
        foreach (var entry in index.Entries)
        {
            buffer.UInt64(entry.LogTime);
            buffer.UInt64(entry.Offset);
        }

        buffer.EndArray(entries);
        buffer.End(start);
    }

    public static void Metadata(McapBuffer buffer, McapMetadata metadata)
    {
        var start = buffer.Begin(McapOpcode.Metadata);
        buffer.Text(metadata.Name);
        buffer.Map(metadata.Entries);
        buffer.End(start);
    }

    public static void Attachment(McapBuffer buffer, McapAttachment attachment)
    {
        var start = buffer.Begin(McapOpcode.Attachment);
        buffer.UInt64(attachment.LogTime);
        buffer.UInt64(attachment.CreateTime);
        buffer.Text(attachment.Name);
        buffer.Text(attachment.MediaType);
        buffer.UInt64((ulong)attachment.Data.Length);
        buffer.Append(attachment.Data.Span);
        buffer.UInt32(Crc32.Of(buffer.Written[start..]));
        buffer.End(start);
    }

    public static void ChunkIndex(McapBuffer buffer, McapChunkIndex index)
    {
        var start = buffer.Begin(McapOpcode.ChunkIndex);
        buffer.UInt64(index.StartTime);
        buffer.UInt64(index.EndTime);
        buffer.UInt64(index.ChunkOffset);
        buffer.UInt64(index.ChunkLength);
        var offsets = buffer.BeginArray();
        foreach (var place in index.Indexes)
        {
            buffer.UInt16(place.ChannelId);
            buffer.UInt64(place.Offset);
        }

        buffer.EndArray(offsets);
        buffer.UInt64(index.IndexesLength);
        buffer.Text(index.Compression);
        buffer.UInt64(index.CompressedLength);
        buffer.UInt64(index.UncompressedLength);
        buffer.End(start);
    }

    public static void AttachmentIndex(McapBuffer buffer, McapAttachmentIndex index)
    {
        var start = buffer.Begin(McapOpcode.AttachmentIndex);
        buffer.UInt64(index.Offset);
        buffer.UInt64(index.Length);
        buffer.UInt64(index.LogTime);
        buffer.UInt64(index.CreateTime);
        buffer.UInt64(index.DataLength);
        buffer.Text(index.Name);
        buffer.Text(index.MediaType);
        buffer.End(start);
    }

    public static void MetadataIndex(McapBuffer buffer, McapMetadataIndex index)
    {
        var start = buffer.Begin(McapOpcode.MetadataIndex);
        buffer.UInt64(index.Offset);
        buffer.UInt64(index.Length);
        buffer.Text(index.Name);
        buffer.End(start);
    }

    public static void Statistics(McapBuffer buffer, McapStatistics statistics)
    {
        var start = buffer.Begin(McapOpcode.Statistics);
        buffer.UInt64(statistics.MessageCount);
        buffer.UInt16(statistics.SchemaCount);
        buffer.UInt32(statistics.ChannelCount);
        buffer.UInt32(statistics.AttachmentCount);
        buffer.UInt32(statistics.MetadataCount);
        buffer.UInt32(statistics.ChunkCount);
        buffer.UInt64(statistics.StartTime);
        buffer.UInt64(statistics.EndTime);
        var counts = buffer.BeginArray();
        foreach (var channel in statistics.Channels)
        {
            buffer.UInt16(channel.ChannelId);
            buffer.UInt64(channel.MessageCount);
        }

        buffer.EndArray(counts);
        buffer.End(start);
    }

    public static void SummaryOffset(McapBuffer buffer, byte opcode, McapPlace group)
    {
        var start = buffer.Begin(McapOpcode.SummaryOffset);
        buffer.Byte(opcode);
        buffer.UInt64((ulong)group.Offset);
        buffer.UInt64((ulong)group.Length);
        buffer.End(start);
    }

    public static void DataEnd(McapBuffer buffer, uint crc)
    {
        var start = buffer.Begin(McapOpcode.DataEnd);
        buffer.UInt32(crc);
        buffer.End(start);
    }
}
