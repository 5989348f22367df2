namespace ActorIL.Storage.Mcap;

/// <summary>A file inside the file.</summary>
/// <param name="LogTime">When it was recorded, in nanoseconds.</param>
/// <param name="CreateTime">When it was created, in nanoseconds; 0 when unknown.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Such as <c>application/octet-stream</c>.</param>
/// <param name="Data">Its content.</param>
public sealed record McapAttachment(
    ulong LogTime,
    ulong CreateTime,
    string Name,
    string MediaType,
    ReadOnlyMemory<byte> Data
);
