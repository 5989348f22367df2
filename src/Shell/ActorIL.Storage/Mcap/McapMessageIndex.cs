using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>The messages of one channel in one chunk, in the order they stand there.</summary>
public sealed record McapMessageIndex(ushort ChannelId, EquatableArray<McapIndexEntry> Entries);
