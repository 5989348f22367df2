namespace ActorIL.Training.Simulation;

/// <summary>What did not hold, and how that showed.</summary>
internal sealed record BrokenInvariant(Invariant Invariant, string Text);
