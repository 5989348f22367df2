using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Hosts;

/// <summary>The state of one actor, for whoever does not know its type.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Path">Its path.</param>
/// <param name="Bytes">Canonical bytes of its state; none before its first Init.</param>
/// <param name="Description">What the bytes mean.</param>
/// <param name="Blocks">The blocks the state mentions, by hash.</param>
public sealed record ActorStateBytes(
    ActorId Id,
    string Path,
    ImmutableArray<byte> Bytes,
    RecordDescription Description,
    ImmutableArray<ParameterBlock> Blocks
);
