using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>What the summary section of a closed file says.</summary>
/// <param name="Schemas">Ascending by id.</param>
/// <param name="Channels">Ascending by id.</param>
/// <param name="Statistics">All zero where the file has none.</param>
/// <param name="Chunks">In the order of the section.</param>
/// <param name="Attachments">In the order of the section.</param>
/// <param name="Metadata">In the order of the section.</param>
public sealed record McapSummary(
    EquatableArray<McapSchema> Schemas,
    EquatableArray<McapChannel> Channels,
    McapStatistics Statistics,
    EquatableArray<McapChunkIndex> Chunks,
    EquatableArray<McapAttachmentIndex> Attachments,
    EquatableArray<McapMetadataIndex> Metadata
);
