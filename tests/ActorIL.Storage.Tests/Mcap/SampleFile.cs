using System.Globalization;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Tests.Mcap;

/// <summary>A small file with everything in it: metadata, an attachment, and chunks with three channels.</summary>
internal static class SampleFile
{
    public const int ChunkCount = 4;
    public const int MessagesPerChunk = 5;

    public static McapHeader Header { get; } = new("", "sample 1");

    public static McapMetadata Manifest { get; } = new("manifest", McapMap.Of(("seed", "7"), ("level", "full")));

    public static McapAttachment Attachment { get; } =
        new(5, 0, "snapshot", "application/octet-stream", new byte[] { 1, 2, 3, 4, 5, 6, 7 });

    public static IReadOnlyList<McapSchema> Schemas { get; } =
    [new(1, "sample.One", "protobuf", [10, 20, 30]), new(2, "sample.Two", "protobuf", [])];

    public static IReadOnlyList<McapChannel> Channels { get; } =
    [
        new(1, 1, "/one", "protobuf", McapMap.Of(("role", "learner"))),
        new(2, 2, "/two", "protobuf", McapMap.Empty),
        new(9, 0, "/plain", "json", McapMap.Empty),
    ];

    /// <summary>The message of that number, counted through the whole file.</summary>
    public static McapMessage Message(int number)
    {
        var channel = Channels[number % Channels.Count];
        var text = string.Create(CultureInfo.InvariantCulture, $"message {number} {new string('x', number)}");
        return new(channel.Id, (uint)number, 1000 + (ulong)number, (ulong)number, Utf8(text));
    }

    /// <summary>Fills a builder as the chunk of that number is filled.</summary>
    public static void Fill(McapChunkBuilder builder, int chunkNumber)
    {
        for (var i = 0; i < MessagesPerChunk; i++)
        {
            Add(builder, (chunkNumber * MessagesPerChunk) + i);
        }
    }

    public static void Add(McapChunkBuilder builder, int number)
    {
        if (number == 0)
        {
            builder.Add(Schemas[0]);
        }

        if (number == 1)
        {
            builder.Add(Schemas[1]);
        }

        if (number < Channels.Count)
        {
            builder.Add(Channels[number]);
        }

        var message = Message(number);
        builder.AddMessage(
            message.ChannelId,
            message.Sequence,
            message.LogTime,
            message.PublishTime,
            message.Data.Span
        );
    }

    /// <summary>The closed file, and where its parts end.</summary>
    public static (byte[] Bytes, IReadOnlyList<long> Borders) Write()
    {
        using var stream = new MemoryStream();
        var borders = new List<long>();
        using var writer = Outcome.Value(McapWriter.Start(stream, "sample.mcap", Header));
        borders.Add(writer.Offset);
        for (var part = 0; part < PartCount; part++)
        {
            WritePart(writer, part);
            borders.Add(writer.Offset);
        }

        Outcome.Value(writer.Close());
        return (stream.ToArray(), borders);
    }

    /// <summary>The manifest, the chunks with an attachment among them.</summary>
    public const int PartCount = ChunkCount + 2;

    public static void WritePart(McapWriter writer, int part)
    {
        switch (part)
        {
            case 0:
                Outcome.Value(writer.WriteMetadata(Manifest));
                break;
            case 3:
                Outcome.Value(writer.WriteAttachment(Attachment));
                break;
            default:
                var builder = new McapChunkBuilder(64);
                Fill(builder, part < 3 ? part - 1 : part - 2);
                Outcome.Value(writer.Write(builder.Seal()));
                break;
        }
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
