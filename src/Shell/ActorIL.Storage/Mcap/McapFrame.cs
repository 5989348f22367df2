namespace ActorIL.Storage.Mcap;

/// <summary>A record as it stands in a file, its content read but not yet understood.</summary>
internal readonly record struct McapFrame(byte Opcode, McapPlace Place, ReadOnlyMemory<byte> Content)
{
    /// <summary>Where its content starts in the file.</summary>
    public long ContentOffset => Place.Offset + McapBuffer.HeadLength;
}
