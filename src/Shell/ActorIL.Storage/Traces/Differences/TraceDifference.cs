using System.Collections.Immutable;
using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>How two traces compare.</summary>
public sealed record TraceDifference
{
    /// <summary>The level compared at: the lower one of the two.</summary>
    public required TraceLevel Level { get; init; }

    /// <summary>The last delivery up to which both say the same in every respect.</summary>
    public required long SameUntil { get; init; }

    /// <summary>The first delivery that differs; null where none does.</summary>
    public required FirstDifference? Delivery { get; init; }

    /// <summary>
    /// What differs first, where it is no delivery, in words of either side: "", "" where nothing does.
    /// </summary>
    public required (string One, string Other) Otherwise { get; init; }

    /// <summary>All deliveries, by type of message.</summary>
    public required ImmutableArray<(string Message, DeliveryCounts Counts)> Messages { get; init; }

    /// <summary>Whether nothing differs.</summary>
    public bool IsSame => Delivery is null && Otherwise == ("", "");

    /// <summary>All deliveries together.</summary>
    public DeliveryCounts Total => Messages.Aggregate(default(DeliveryCounts), (sum, next) => sum + next.Counts);
}
