namespace ActorIL.Reports.Content;

/// <summary>How many of n perturbed episodes recovered.</summary>
/// <param name="Count">Episodes n of either kind.</param>
/// <param name="WideStarts">From wide starts.</param>
/// <param name="Pushes">After a push.</param>
public sealed record RecoveryFacts(int Count, RateFacts WideStarts, RateFacts Pushes);
