namespace ActorIL.Storage.Mcap;

/// <summary>Where a record stands in its file, its opcode and length included.</summary>
/// <param name="Offset">Of its opcode, in bytes from the start of the file.</param>
/// <param name="Length">In bytes.</param>
public readonly record struct McapPlace(long Offset, long Length)
{
    /// <summary>The first byte after it.</summary>
    public long End => Offset + Length;
}
