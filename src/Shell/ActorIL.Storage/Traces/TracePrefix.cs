using System.Collections.Immutable;
using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces;

/// <summary>How much of a trace is whole: all up to the end of some round.</summary>
internal sealed record TracePrefix
{
    /// <summary>Of the file.</summary>
    public required long FileLength { get; init; }

    /// <summary>Whether the whole file is whole.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Bytes from the start up to the end of the last whole chunk.</summary>
    public required long Length { get; init; }

    public required int ChunkCount { get; init; }

    /// <summary>The last delivery in it, 0 for none; of a fork, at least the last one of its parent.</summary>
    public required long LastOrdinal { get; init; }

    /// <summary>The chain there.</summary>
    public required ulong Chain { get; init; }

    /// <summary>How the run ended, where that is in it.</summary>
    public required EndingRecord? Ending { get; init; }

    /// <summary>Messages in it that nobody took, as far as its level tells.</summary>
    public required long DeadLetterCount { get; init; }

    /// <summary>Virtual time of its last round.</summary>
    public required TraceClock End { get; init; }

    /// <summary>Its channels, by id.</summary>
    public required ImmutableArray<ChannelState> Channels { get; init; }

    /// <summary>What was found after it; empty for a closed file.</summary>
    public required string Cause { get; init; }
}
