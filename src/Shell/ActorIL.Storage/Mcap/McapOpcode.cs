namespace ActorIL.Storage.Mcap;

/// <summary>The kinds of records, by the byte each starts with; from 0x80 on they are private.</summary>
internal static class McapOpcode
{
    public const byte Header = 0x01;
    public const byte Footer = 0x02;
    public const byte Schema = 0x03;
    public const byte Channel = 0x04;
    public const byte Message = 0x05;
    public const byte Chunk = 0x06;
    public const byte MessageIndex = 0x07;
    public const byte ChunkIndex = 0x08;
    public const byte Attachment = 0x09;
    public const byte AttachmentIndex = 0x0A;
    public const byte Statistics = 0x0B;
    public const byte Metadata = 0x0C;
    public const byte MetadataIndex = 0x0D;
    public const byte SummaryOffset = 0x0E;
    public const byte DataEnd = 0x0F;
}
