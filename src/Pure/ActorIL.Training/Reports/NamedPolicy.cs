using ActorIL.Algorithms.Policies;

namespace ActorIL.Training.Reports;

/// <summary>A policy a run made, by the name of its stage.</summary>
public sealed record NamedPolicy(string Stage, PolicySnapshot Policy);
