using System.Collections.Immutable;
using ActorIL.Actors.Probing;
using ActorIL.Core.Fields;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>All that is known of a first difference.</summary>
internal sealed record DivergenceReport
{
    /// <summary>The difference.</summary>
    public required TraceDivergence Found { get; init; }

    /// <summary>
    /// The first field that differs; null where payloads were not recorded, or do not differ in what was.
    /// </summary>
    public required FieldDifference? Field { get; init; }

    /// <summary>The deliveries that led to it, the nearest first, at most five.</summary>
    public required ImmutableArray<TraceEntry.Delivered> Causes { get; init; }

    /// <summary>The step that sent the message, looked at closely; null where there is none.</summary>
    public required StepObservation? Suspect { get; init; }

    /// <summary>What the manifest says otherwise than this program.</summary>
    public required ImmutableArray<string> Changes { get; init; }

    /// <summary>Why, as far as it can be told.</summary>
    public required string Reason { get; init; }

    /// <summary>What would tell more; empty where nothing would.</summary>
    public required string Hint { get; init; }
}
