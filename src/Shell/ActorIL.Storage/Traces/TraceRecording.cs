using ActorIL.Actors.Effects;
using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces;

/// <summary>What a recorder keeps of a run.</summary>
/// <param name="Level">How much.</param>
/// <param name="TickNanoseconds">Virtual nanoseconds of a tick, ≥ 1.</param>
/// <param name="BoundaryOf">The name of the update boundary that a note marks; null where it marks none.</param>
public sealed record TraceRecording(TraceLevel Level, long TickNanoseconds, Func<Note, string?> BoundaryOf)
{
    /// <summary>A chunk ends with the round that makes it this long, in bytes.</summary>
    public int ChunkLengthBytes { get; init; } = TraceRecorder.ChunkLength;
}
