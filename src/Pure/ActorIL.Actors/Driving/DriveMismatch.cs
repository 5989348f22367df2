using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Driving;

/// <summary>Something that a driven actor did otherwise than history says.</summary>
/// <param name="Ordinal">The delivery it happened at; 0 for its Init.</param>
/// <param name="What">What, as a sentence.</param>
/// <param name="Recorded">The message as history has it; null where it has none.</param>
/// <param name="Sent">The message as the code sends it; null where it sends none.</param>
/// <param name="Fields">The fields that differ, where both are there.</param>
public sealed record DriveMismatch(
    long Ordinal,
    string What,
    DeliveryRecord? Recorded,
    SentMessage? Sent,
    ImmutableArray<FieldDifference> Fields
);
