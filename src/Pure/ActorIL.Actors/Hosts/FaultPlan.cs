using System.Collections.Immutable;

namespace ActorIL.Actors.Hosts;

/// <summary>What a host makes go wrong, as data.</summary>
public sealed record FaultPlan(ImmutableArray<PlannedFault> Faults)
{
    public static FaultPlan None { get; } = new([]);
}
