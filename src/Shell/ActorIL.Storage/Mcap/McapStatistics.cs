using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>Counts over the whole file.</summary>
/// <param name="MessageCount">Messages.</param>
/// <param name="SchemaCount">Distinct schemas.</param>
/// <param name="ChannelCount">Distinct channels.</param>
/// <param name="AttachmentCount">Attachments.</param>
/// <param name="MetadataCount">Metadata records.</param>
/// <param name="ChunkCount">Chunks.</param>
/// <param name="StartTime">The earliest log time, in nanoseconds; 0 without messages.</param>
/// <param name="EndTime">The latest log time, in nanoseconds; 0 without messages.</param>
/// <param name="Channels">Messages by channel, ascending by channel.</param>
public sealed record McapStatistics(
    ulong MessageCount,
    ushort SchemaCount,
    uint ChannelCount,
    uint AttachmentCount,
    uint MetadataCount,
    uint ChunkCount,
    ulong StartTime,
    ulong EndTime,
    EquatableArray<McapChannelCount> Channels
);
