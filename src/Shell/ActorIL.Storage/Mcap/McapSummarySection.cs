namespace ActorIL.Storage.Mcap;

/// <summary>
/// Writes what follows the data: the summary, where its groups are, the footer and the closing magic.
/// </summary>
internal static class McapSummarySection
{
    /// <summary>Appends the section to an empty buffer.</summary>
    /// <param name="buffer">Empty.</param>
    /// <param name="offset">Where the buffer's first byte will stand in the file.</param>
    /// <param name="summary">What to write.</param>
    public static void Write(McapBuffer buffer, long offset, McapSummary summary)
    {
        var groups = new List<(byte Opcode, McapPlace Place)>();
        Group(McapOpcode.Schema, summary.Schemas, McapEncoding.Schema);
        Group(McapOpcode.Channel, summary.Channels, McapEncoding.Channel);
        Group(McapOpcode.Statistics, [summary.Statistics], McapEncoding.Statistics);
        Group(McapOpcode.ChunkIndex, summary.Chunks, McapEncoding.ChunkIndex);
        Group(McapOpcode.AttachmentIndex, summary.Attachments, McapEncoding.AttachmentIndex);
        Group(McapOpcode.MetadataIndex, summary.Metadata, McapEncoding.MetadataIndex);

        var offsetsStart = offset + buffer.Length;
        foreach (var (opcode, place) in groups)
        {
            McapEncoding.SummaryOffset(buffer, opcode, place);
        }

        var footer = buffer.Begin(McapOpcode.Footer);
        buffer.UInt64((ulong)offset);
        buffer.UInt64((ulong)offsetsStart);

        // The checksum covers the footer's own head, so the length must stand there before it is taken.
        buffer.UInt32(0);
        buffer.End(footer);
        var covered = buffer.Written[..^4];
        var crc = Crc32.Of(covered);
        buffer.Shorten(4);
        buffer.UInt32(crc);
        buffer.Append(McapEncoding.Magic);

        void Group<T>(byte opcode, IEnumerable<T> items, Action<McapBuffer, T> write)
        {
            var start = buffer.Length;
            foreach (var item in items)
            {
                write(buffer, item);
            }

            if (buffer.Length > start)
            {
                groups.Add((opcode, new(offset + start, buffer.Length - start)));
            }
        }
    }
}
