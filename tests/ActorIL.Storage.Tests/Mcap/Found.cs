using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Tests.Mcap;

/// <summary>What a reader handed out, as texts that compare by value.</summary>
internal sealed record Found(
    IReadOnlyList<McapHeader> Headers,
    IReadOnlyList<McapSchema> Schemas,
    IReadOnlyList<McapChannel> Channels,
    IReadOnlyList<string> Messages,
    IReadOnlyList<string> Attachments,
    IReadOnlyList<McapMetadata> Metadata,
    IReadOnlyList<Error> Errors,
    int ChunkCount
)
{
    public static Found From(byte[] bytes, McapReadOptions options)
    {
        using var reader = Outcome.Value(McapReader.Open(new MemoryStream(bytes), "bytes.mcap", options));
        return From(reader.Records());
    }

    public static Found From(IEnumerable<Result<McapRecord, Error>> records)
    {
        var found = new Builder();
        foreach (var record in records)
        {
            record.Match(found.Take, found.Take);
        }

        return new(
            found.Headers,
            found.Schemas,
            found.Channels,
            found.Messages,
            found.Attachments,
            found.Metadata,
            found.Errors,
            found.ChunkCount
        );
    }

    public static string Text(McapMessage message) =>
        $"{message.ChannelId} {message.Sequence} {message.LogTime} {message.PublishTime} "
        + Convert.ToHexString(message.Data.Span);

    public static string Text(McapAttachment attachment) =>
        $"{attachment.LogTime} {attachment.CreateTime} {attachment.Name} {attachment.MediaType} "
        + Convert.ToHexString(attachment.Data.Span);

    private sealed class Builder
    {
        public List<McapHeader> Headers { get; } = [];

        public List<McapSchema> Schemas { get; } = [];

        public List<McapChannel> Channels { get; } = [];

        public List<string> Messages { get; } = [];

        public List<string> Attachments { get; } = [];

        public List<McapMetadata> Metadata { get; } = [];

        public List<Error> Errors { get; } = [];

        public int ChunkCount { get; private set; }

        public int Take(Error error) => Add(Errors, error);

        public int Take(McapRecord record) =>
            record.Match(
                header => Add(Headers, header.Value),
                schema => Add(Schemas, schema.Value),
                channel => Add(Channels, channel.Value),
                message => Add(Messages, Text(message.Value)),
                _ => ++ChunkCount,
                attachment => Add(Attachments, Text(attachment.Value)),
                metadata => Add(Metadata, metadata.Value),
                _ => 0
            );

        private static int Add<T>(List<T> list, T value)
        {
            list.Add(value);
            return list.Count;
        }
    }
}
