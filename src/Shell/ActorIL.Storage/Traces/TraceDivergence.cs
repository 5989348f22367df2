using System.Collections.Immutable;
using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces;

/// <summary>Where a recomputed run first differs from its trace. History is the trace, code is this program.</summary>
public sealed record TraceDivergence
{
    public required DivergenceClass Class { get; init; }

    /// <summary>The delivery as history has it; null where history has none, or does not tell.</summary>
    public DeliveryRecord? Recorded { get; init; }

    /// <summary>The delivery as the code makes it; null where it makes none, or it cannot be told which.</summary>
    public DeliveryRecord? Recomputed { get; init; }

    /// <summary>The channel of <see cref="Recorded"/>, with the fields history had.</summary>
    public TraceChannel? RecordedChannel { get; init; }

    /// <summary>The channel of <see cref="Recomputed"/>, with the fields the code has.</summary>
    public TraceChannel? RecomputedChannel { get; init; }

    /// <summary>The last delivery known to be the same on both sides; 0 for none.</summary>
    public required long SameUntil { get; init; }

    /// <summary>
    /// The update boundary the difference was found at, where it was found at none of the deliveries.
    /// </summary>
    public string Boundary { get; init; } = "";

    /// <summary>What history has, in words, where it is no delivery.</summary>
    public string History { get; init; } = "";

    /// <summary>What the code has, in words, where it is no delivery.</summary>
    public string Code { get; init; } = "";

    /// <summary>The last state of each actor that both sides agreed on, by path.</summary>
    public required ImmutableSortedDictionary<string, ActorMark> Marks { get; init; }
}
