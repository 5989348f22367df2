using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Hosts;

/// <summary>The state of one actor, as a hash.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Path">Its path.</param>
/// <param name="StateHash">The hash of its state's canonical bytes; 0 before its first Init.</param>
public readonly record struct ActorDigest(ActorId Id, string Path, ulong StateHash);
