namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace drive`.</summary>
/// <param name="File">The trace.</param>
/// <param name="Actor">The path of the actor.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record DriveRequest(string File, string Actor, bool IsJson);
