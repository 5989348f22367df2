namespace ActorIL.Storage.Mcap;

/// <summary>One message.</summary>
/// <param name="ChannelId">The channel it belongs to.</param>
/// <param name="Sequence">A counter of the writer's choice.</param>
/// <param name="LogTime">When it was recorded, in nanoseconds.</param>
/// <param name="PublishTime">When it was sent, in nanoseconds.</param>
/// <param name="Data">In the channel's encoding: a window on its chunk, which stays as it is.</param>
public readonly record struct McapMessage(
    ushort ChannelId,
    uint Sequence,
    ulong LogTime,
    ulong PublishTime,
    ReadOnlyMemory<byte> Data
);
