namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace verify`.</summary>
/// <param name="File">The trace.</param>
/// <param name="Workers">A count or "auto"; null where the trace decides.</param>
/// <param name="Host">Null where the trace decides.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record VerifyRequest(string File, string? Workers, string? Host, bool IsJson);
