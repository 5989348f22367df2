using System.Text;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Tests.Mcap;

/// <summary>
/// The format written a second time as the specification reads, field by field, with no regard to speed: also for
/// files as other writers make them.
/// </summary>
internal sealed class NaiveMcap
{
    private readonly List<byte> _bytes = [0x89, .. "MCAP0\r\n"u8];

    public long Offset => _bytes.Count;

    public byte[] Bytes => [.. _bytes];

    public static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Number((uint)bytes.Length), .. bytes];
    }

    public static byte[] Map(params IEnumerable<(string Key, string Value)> entries) =>
        Counted([.. entries.SelectMany(entry => (byte[])[.. Text(entry.Key), .. Text(entry.Value)])]);

    public static byte[] Counted(byte[] bytes) => [.. Number((uint)bytes.Length), .. bytes];

    public static byte[] Number(ushort value) => BitConverter.GetBytes(value);

    public static byte[] Number(uint value) => BitConverter.GetBytes(value);

    public static byte[] Number(ulong value) => BitConverter.GetBytes(value);

    public static byte[] Record(byte opcode, params IEnumerable<byte[]> fields)
    {
        byte[] content = [.. fields.SelectMany(field => field)];
        return [opcode, .. Number((ulong)content.Length), .. content];
    }

    public static byte[] Record(McapSchema schema) =>
        Record(3, Number(schema.Id), Text(schema.Name), Text(schema.Encoding), Counted([.. schema.Data]));

    public static byte[] Record(McapChannel channel) =>
        Record(
            4,
            Number(channel.Id),
            Number(channel.SchemaId),
            Text(channel.Topic),
            Text(channel.MessageEncoding),
            Map(channel.Metadata.Entries.Select(entry => (entry.Key, entry.Value)))
        );

    public static byte[] Record(McapMessage message) =>
        Record(
            5,
            Number(message.ChannelId),
            Number(message.Sequence),
            Number(message.LogTime),
            Number(message.PublishTime),
            message.Data.ToArray()
        );

    public static byte[] Chunk(ulong start, ulong end, uint crc, string compression, byte[] records) =>
        Record(
            6,
            Number(start),
            Number(end),
            Number((ulong)records.Length),
            Number(crc),
            Text(compression),
            Number((ulong)records.Length),
            records
        );

    public NaiveMcap Add(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public NaiveMcap AddHeader() => Add(Record(1, Text("profile"), Text("another writer")));

    /// <summary>The end of a file without a summary and without checksums.</summary>
    public byte[] End()
    {
        Add(Record(15, Number(0u)));
        Add(Record(2, Number(0UL), Number(0UL), Number(0u)));
        return Add([0x89, .. "MCAP0\r\n"u8]).Bytes;
    }

    /// <summary>The bytes of <see cref="SampleFile"/>.</summary>
    public static byte[] Sample()
    {
        var file = new NaiveMcap().Add(Record(1, Text(""), Text(SampleFile.Header.Library)));
        var metadataOffset = file.Offset;
        var metadata = Record(12, Text("manifest"), Map(("level", "full"), ("seed", "7")));
        file.Add(metadata);
        var chunkIndexes = new List<byte[]>();
        var attachmentIndex = Array.Empty<byte>();
        for (var number = 0; number < SampleFile.ChunkCount; number++)
        {
            if (number == 2)
            {
                attachmentIndex = file.AddAttachment();
            }

            chunkIndexes.Add(file.AddChunk(number));
        }

        file.Add(Record(15, Number(Crc32.Of(file.Bytes))));
        var summaryStart = file.Offset;
        byte[][] groups =
        [
            [.. SampleFile.Schemas.SelectMany(Record)],
            [.. SampleFile.Channels.SelectMany(Record)],
            Statistics(),
            [.. chunkIndexes.SelectMany(index => index)],
            attachmentIndex,
            Record(13, Number((ulong)metadataOffset), Number((ulong)metadata.Length), Text("manifest")),
        ];
        var offsets = new List<byte[]>();
        foreach (var group in groups)
        {
            offsets.Add(Record(14, [group[0]], Number((ulong)file.Offset), Number((ulong)group.Length)));
            file.Add(group);
        }

        var offsetsStart = file.Offset;
        file.Add([.. offsets.SelectMany(offset => offset)]);
        file.Add(2).Add(Number(20UL)).Add(Number((ulong)summaryStart)).Add(Number((ulong)offsetsStart));
        file.Add(Number(Crc32.Of(file.Bytes.AsSpan((int)summaryStart))));
        return file.Add([0x89, .. "MCAP0\r\n"u8]).Bytes;
    }

    private byte[] AddAttachment()
    {
        var offset = Offset;
        byte[] content =
        [
            .. Number(5UL),
            .. Number(0UL),
            .. Text("snapshot"),
            .. Text("application/octet-stream"),
            .. Number(7UL),
            .. SampleFile.Attachment.Data.Span,
        ];
        var record = Record(9, content, Number(Crc32.Of(content)));
        Add(record);
        return Record(
            10,
            Number((ulong)offset),
            Number((ulong)record.Length),
            Number(5UL),
            Number(0UL),
            Number(7UL),
            Text("snapshot"),
            Text("application/octet-stream")
        );
    }

    private byte[] AddChunk(int number)
    {
        var records = new List<byte>();
        var places = new SortedDictionary<ushort, List<byte>>();
        var first = number * SampleFile.MessagesPerChunk;
        for (var i = first; i < first + SampleFile.MessagesPerChunk; i++)
        {
            records.AddRange(i < 2 ? Record(SampleFile.Schemas[i]) : []);
            records.AddRange(i < 3 ? Record(SampleFile.Channels[i]) : []);
            var message = SampleFile.Message(i);
            places.TryAdd(message.ChannelId, []);
            places[message.ChannelId].AddRange([.. Number(message.LogTime), .. Number((ulong)records.Count)]);
            records.AddRange(Record(message));
        }

        var offset = Offset;
        byte[] bytes = [.. records];
        var start = (ulong)(1000 + first);
        var end = (ulong)(999 + first + SampleFile.MessagesPerChunk);
        Add(Chunk(start, end, Crc32.Of(bytes), "", bytes));
        var indexesOffset = Offset;
        var offsets = new List<byte>();
        foreach (var (channelId, entries) in places)
        {
            offsets.AddRange([.. Number(channelId), .. Number((ulong)Offset)]);
            Add(Record(7, Number(channelId), Counted([.. entries])));
        }

        return Record(
            8,
            Number(start),
            Number(end),
            Number((ulong)offset),
            Number((ulong)(indexesOffset - offset)),
            Counted([.. offsets]),
            Number((ulong)(Offset - indexesOffset)),
            Text(""),
            Number((ulong)bytes.Length),
            Number((ulong)bytes.Length)
        );
    }

    private static byte[] Statistics() =>
        Record(
            11,
            Number(20UL),
            Number((ushort)2),
            Number(3u),
            Number(1u),
            Number(1u),
            Number((uint)SampleFile.ChunkCount),
            Number(1000UL),
            Number(1019UL),
            Counted([
                .. Number((ushort)1),
                .. Number(7UL),
                .. Number((ushort)2),
                .. Number(7UL),
                .. Number((ushort)9),
                .. Number(6UL),
            ])
        );
}
