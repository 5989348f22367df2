using System.Collections.Immutable;
using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces;

/// <summary>What a trace says of its run before the first delivery: enough to compute the run again.</summary>
public sealed record TraceManifest
{
    /// <summary>The version of the record types and of the layout of chunks. A reader refuses another one.</summary>
    public const int FormatVersionNow = 1;

    public required int FormatVersion { get; init; }

    public required ulong Seed { get; init; }

    public required TraceLevel Level { get; init; }

    /// <summary>The resolved configuration, as config.conf of the run directory has it.</summary>
    public required string Configuration { get; init; }

    /// <summary>The hash of the semantic keys, 16 hexadecimal digits.</summary>
    public required string SemanticHash { get; init; }

    public required string Environment { get; init; }

    /// <summary>Virtual nanoseconds of a tick, which is one environment step.</summary>
    public required long TickNanoseconds { get; init; }

    /// <summary>Names and versions of the behaviours the program knows.</summary>
    public required ImmutableArray<string> Behaviors { get; init; }

    /// <summary>Names and versions of the messages the program knows.</summary>
    public required ImmutableArray<string> Messages { get; init; }

    /// <summary>The fingerprint of the program's arithmetic, 16 hexadecimal digits.</summary>
    public required string NumericProbe { get; init; }

    public required string CodeVersion { get; init; }

    /// <summary>The commit the program was built from; empty where it was not built from one.</summary>
    public required string Commit { get; init; }

    public required string Host { get; init; }

    public required int Workers { get; init; }

    /// <summary>Wall-clock time, ISO 8601 in UTC: the only one in the file.</summary>
    public required string StartedAt { get; init; }

    /// <summary>Each time the run went on after it had been broken off, oldest first.</summary>
    public required ImmutableArray<TraceResumption> Resumptions { get; init; }

    /// <summary>The run this one was forked from; null for none.</summary>
    public required TraceParent? Parent { get; init; }

    /// <summary>
    /// Whether messages were taken up as they arrived: then the trace is of the class "arrival", and is repeated in the
    /// order it keeps. Otherwise that of the keys.
    /// </summary>
    public bool IsArrival { get; init; }

    /// <summary>
    /// The plug-ins that took part, in the order they were loaded; none where all came with the program.
    /// </summary>
    public ImmutableArray<TracePlugin> Plugins { get; init; } = [];
}
