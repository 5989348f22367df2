using ActorIL.Experiments.Resolved;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments;

/// <summary>A configuration that was understood.</summary>
/// <param name="Plan">What to compute.</param>
/// <param name="Settings">How to carry it out.</param>
/// <param name="Configuration">Every key as it was finally set, for the run directory.</param>
public sealed record BoundRun(RunPlan Plan, RunSettings Settings, ResolvedConfiguration Configuration);
