namespace ActorIL.Bench.Measuring;

/// <summary>A piece of work to be timed.</summary>
/// <param name="Name">What it is called in results.</param>
/// <param name="Run">Does it once.</param>
public sealed record Workload(string Name, Action Run);
