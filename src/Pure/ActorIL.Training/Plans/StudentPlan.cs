using ActorIL.Algorithms.Dagger;

namespace ActorIL.Training.Plans;

/// <summary>A student of one's own beside the clones and DAgger of every run.</summary>
/// <param name="Name">Its stage and its actor: letters, digits and hyphens.</param>
/// <param name="Algorithm">What the report calls its way of learning.</param>
/// <param name="Learning">Rounds, what is kept, and how it learns.</param>
public sealed record StudentPlan(string Name, string Algorithm, DaggerConfig Learning);
