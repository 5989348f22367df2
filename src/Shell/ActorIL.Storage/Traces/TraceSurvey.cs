using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces;

/// <summary>What a whole trace adds up to, as far as it can be read.</summary>
public sealed record TraceSurvey
{
    public required TraceManifest Manifest { get; init; }

    /// <summary>What was left out of it; null for a trace that is all of its run.</summary>
    public required TraceExcerpt? Excerpt { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long ByteCount { get; init; }

    /// <summary>Bytes from its start that are whole.</summary>
    public required long WholeByteCount { get; init; }

    /// <summary>What ended the reading early; null where the file was closed and is whole.</summary>
    public required Error? Problem { get; init; }

    /// <summary>The first delivery the file stands for, recorded or not: more than 1 in a fork.</summary>
    public required long FirstOrdinal { get; init; }

    /// <summary>The last delivery the file stands for.</summary>
    public required long LastOrdinal { get; init; }

    /// <summary>The chain value after the last delivery.</summary>
    public required ulong Chain { get; init; }

    /// <summary>Deliveries the file has records of.</summary>
    public required long RecordedCount { get; init; }

    /// <summary>Recorded deliveries by type and case of message, ascending.</summary>
    public required ImmutableSortedDictionary<string, long> Messages { get; init; }

    /// <summary>Recorded deliveries by the path of the receiver, ascending.</summary>
    public required ImmutableSortedDictionary<string, long> Actors { get; init; }

    /// <summary>Update boundaries by name, ascending.</summary>
    public required ImmutableSortedDictionary<string, long> Boundaries { get; init; }

    /// <summary>What happened to actors, by kind, ascending.</summary>
    public required ImmutableSortedDictionary<string, long> Events { get; init; }

    /// <summary>Parameter blocks recorded.</summary>
    public required long BlockCount { get; init; }

    /// <summary>Virtual time of the first record, in nanoseconds.</summary>
    public required ulong StartNanoseconds { get; init; }

    /// <summary>Virtual time of the last record, in nanoseconds.</summary>
    public required ulong EndNanoseconds { get; init; }

    /// <summary>How the run ended; null where the file does not say.</summary>
    public required EndingRecord? Ending { get; init; }

    /// <summary>Deliveries the file stands for, recorded or not.</summary>
    public long DeliveryCount => LastOrdinal - FirstOrdinal + 1;

    public bool IsClosed => Problem is null;
}
