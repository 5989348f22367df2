namespace ActorIL.Storage.Mcap;

/// <summary>One record of a file's data section, as a reader meets it.</summary>
public abstract record McapRecord
{
    private McapRecord() { }

    public abstract TOut Match<TOut>(
        Func<Header, TOut> header,
        Func<Schema, TOut> schema,
        Func<Channel, TOut> channel,
        Func<Message, TOut> message,
        Func<Chunk, TOut> chunk,
        Func<Attachment, TOut> attachment,
        Func<Metadata, TOut> metadata,
        Func<Other, TOut> other
    );

    /// <summary>The header, which comes first.</summary>
    public sealed record Header(McapHeader Value) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => header(this);
    }

    /// <summary>A schema, before the first channel that uses it.</summary>
    public sealed record Schema(McapSchema Value) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => schema(this);
    }

    /// <summary>A channel, before its first message.</summary>
    public sealed record Channel(McapChannel Value) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => channel(this);
    }

    /// <summary>A message, whose channel was met before.</summary>
    public sealed record Message(McapMessage Value) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => message(this);
    }

    /// <summary>The start of a chunk, checked as a whole; its records follow one by one.</summary>
    public sealed record Chunk(McapChunk Value) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => chunk(this);
    }

    /// <summary>An attachment.</summary>
    public sealed record Attachment(McapPlace Place, McapAttachment Value) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => attachment(this);
    }

    /// <summary>A metadata record. No checksum of its own covers it, only that of the whole data section.</summary>
    public sealed record Metadata(McapPlace Place, McapMetadata Value) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => metadata(this);
    }

    /// <summary>
    /// A message index, the end of the data, or a record of a kind unknown here, which is passed over.
    /// </summary>
    public sealed record Other(McapPlace Place, byte Opcode) : McapRecord
    {
        public override TOut Match<TOut>(
            Func<Header, TOut> header,
            Func<Schema, TOut> schema,
            Func<Channel, TOut> channel,
            Func<Message, TOut> message,
            Func<Chunk, TOut> chunk,
            Func<Attachment, TOut> attachment,
            Func<Metadata, TOut> metadata,
            Func<Other, TOut> other
        ) => other(this);
    }
}
