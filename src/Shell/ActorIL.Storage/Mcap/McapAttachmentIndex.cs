namespace ActorIL.Storage.Mcap;

/// <summary>Where an attachment stands: a hint, which the attachment itself must confirm.</summary>
/// <param name="Offset">Of its record, from the start of the file.</param>
/// <param name="Length">Of its record, opcode and length included.</param>
/// <param name="LogTime">When it was recorded, in nanoseconds.</param>
/// <param name="CreateTime">When it was created, in nanoseconds.</param>
/// <param name="DataLength">Of its content, in bytes.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record McapAttachmentIndex(
    ulong Offset,
    ulong Length,
    ulong LogTime,
    ulong CreateTime,
    ulong DataLength,
    string Name,
    string MediaType
);
