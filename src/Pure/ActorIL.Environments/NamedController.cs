using ActorIL.Core.Contracts;

namespace ActorIL.Environments;

/// <summary>A hand-written expert by the name that <c>expert.controller</c> has for it.</summary>
/// <param name="Name">One word, unlike those of the environment's other controllers.</param>
/// <param name="Policy">How it acts; it sees whole observations and has no memory.</param>
public sealed record NamedController(string Name, IPolicy Policy);
