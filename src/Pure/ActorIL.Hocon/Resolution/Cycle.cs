using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Resolution;

/// <summary>Substitutions that lead back to where they began.</summary>
/// <param name="Chain">The substitutions as written, in order, the first one repeated at the end.</param>
/// <param name="ClosedAt">The term, being evaluated, that the last one came back to.</param>
internal sealed record Cycle(string Chain, Term ClosedAt);
