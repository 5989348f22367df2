namespace ActorIL.Training.Simulation;

/// <summary>What did not hold, and how that showed.</summary>
public sealed record BrokenInvariant(Invariant Invariant, string Text);
