using System.Collections.Immutable;
using ActorIL.Actors.Snapshots;

namespace ActorIL.Storage.Checkpoints;

/// <summary>What a run goes on from after it was stopped or killed.</summary>
/// <param name="Snapshot">All that the actor system was between two rounds.</param>
/// <param name="Extras">What else the caller has to keep, as bytes by name.</param>
/// <param name="Metadata">What else the caller has to say, as texts by name.</param>
public sealed record RunCheckpoint(
    SystemSnapshot Snapshot,
    ImmutableSortedDictionary<string, ImmutableArray<byte>> Extras,
    ImmutableSortedDictionary<string, string> Metadata
);
