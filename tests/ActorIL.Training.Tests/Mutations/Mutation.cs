using ActorIL.Actors.Behaviors;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>A planted kind of non-determinism.</summary>
/// <param name="Name">What the behaviour does that it should not.</param>
/// <param name="Root">A system in which one actor does it.</param>
/// <param name="CulpritPath">That actor.</param>
internal sealed record Mutation(string Name, Behavior Root, string CulpritPath);
