namespace ActorIL.Storage.Mcap;

/// <summary>Where the message index of a channel stands, in bytes from the start of the file.</summary>
public readonly record struct McapIndexOffset(ushort ChannelId, ulong Offset);
