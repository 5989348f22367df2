namespace ActorIL.Storage.Mcap;

/// <summary>How long the parts of a file may be, in bytes: checked before anything is allocated.</summary>
public static class McapLimits
{
    /// <summary>A chunk's records, in a file of ours or of others.</summary>
    public const int ChunkLengthMax = 64 * 1024 * 1024;

    /// <summary>The content of an attachment record.</summary>
    public const int AttachmentLengthMax = 1024 * 1024 * 1024;

    /// <summary>The content of any other record.</summary>
    public const int RecordLengthMax = ChunkLengthMax + 1024;

    /// <summary>The whole summary section.</summary>
    public const int SummaryLengthMax = 256 * 1024 * 1024;

    internal static long ContentLengthMax(byte opcode) =>
        opcode == McapOpcode.Attachment ? AttachmentLengthMax : RecordLengthMax;
}
