namespace ActorIL.Hocon.Terms;

/// <summary>One value of a concatenation and the whitespace before it, which counts only between texts.</summary>
internal sealed record ConcatenationPart(string Whitespace, Term Term);
