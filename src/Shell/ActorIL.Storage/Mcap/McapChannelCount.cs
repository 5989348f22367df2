namespace ActorIL.Storage.Mcap;

/// <summary>How many messages a channel has.</summary>
public readonly record struct McapChannelCount(ushort ChannelId, ulong MessageCount);
