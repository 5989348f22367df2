namespace ActorIL.Hocon.Syntax;

/// <summary>A quoted text that was read, or what is wrong with it.</summary>
/// <param name="Value">The meaning, escapes replaced.</param>
/// <param name="End">Index after the closing quote, or of what is wrong.</param>
/// <param name="Problem">What was wanted there; empty if all is well.</param>
/// <param name="Remedy">What to do about it.</param>
internal readonly record struct QuotedReading(string Value, int End, string Problem, string Remedy);
