namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace diff`.</summary>
/// <param name="One">The first trace.</param>
/// <param name="Other">The second trace.</param>
/// <param name="Tolerance">How far numbers may be apart; null where every bit counts.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record DiffRequest(string One, string Other, double? Tolerance, bool IsJson);
