namespace ActorIL.Actors.Hosts;

/// <summary>One thing that goes wrong.</summary>
/// <param name="Path">The actor, as in <c>/root/learner</c>.</param>
/// <param name="DeliveryIndex">
/// Which of the application deliveries to that path, from 1; 0 is its first Init. For results from outside: which of
/// the operations that path has performed, from 1.
/// </param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Ticks">How much later, for results from outside, ≥ 0; 0 for the rest.</param>
public readonly record struct PlannedFault(string Path, long DeliveryIndex, FaultKind Kind, long Ticks = 0);
