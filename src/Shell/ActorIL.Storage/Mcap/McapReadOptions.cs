namespace ActorIL.Storage.Mcap;

/// <summary>How much a reader insists on.</summary>
/// <param name="RequireChecksums">
/// Whether every checksum must be there and right, schemas, channels and messages must stand in chunks, every chunk
/// must have its times and message indexes, and no record may be of an unknown kind: so are the files written here. A
/// zero is then a checksum as any other, and wrong unless it happens to be the right one.
/// </param>
public sealed record McapReadOptions(bool RequireChecksums)
{
    /// <summary>For files written here.</summary>
    public static McapReadOptions Own { get; } = new(RequireChecksums: true);

    /// <summary>
    /// For files of other writers: a zero stands for no checksum, and unknown records are passed over.
    /// </summary>
    public static McapReadOptions Any { get; } = new(RequireChecksums: false);
}
