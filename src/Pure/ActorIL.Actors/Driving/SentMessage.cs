using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Driving;

/// <summary>A message that a driven step has sent.</summary>
/// <param name="To">Its receiver.</param>
/// <param name="Message">Its type; the type of the reply where it is one.</param>
/// <param name="Description">Its fields.</param>
/// <param name="Payload">Its canonical bytes.</param>
/// <param name="PayloadHash">Their hash.</param>
/// <param name="IsReply">Whether it answers an ask: what the asker makes of it is the asker's.</param>
/// <param name="DueTick">The tick it arrives in.</param>
public sealed record SentMessage(
    ActorId To,
    TypeName Message,
    RecordDescription Description,
    ImmutableArray<byte> Payload,
    ulong PayloadHash,
    bool IsReply,
    long DueTick
);
