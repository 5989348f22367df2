namespace ActorIL.Actors.Hosts;

/// <summary>One thing that goes wrong.</summary>
/// <param name="Path">The actor, as in <c>/root/learner</c>.</param>
/// <param name="DeliveryIndex">Which of the application deliveries to that path, from 1; 0 is its first Init.</param>
/// <param name="Kind">What goes wrong.</param>
public readonly record struct PlannedFault(string Path, long DeliveryIndex, FaultKind Kind);
