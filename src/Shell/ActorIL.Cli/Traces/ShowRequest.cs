namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace show`.</summary>
/// <param name="File">The trace.</param>
/// <param name="Position">Which delivery.</param>
/// <param name="IsFull">Whether to show whole arrays and unchanged fields.</param>
/// <param name="IsRecordedOnly">Whether to compute nothing.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record ShowRequest(string File, string Position, bool IsFull, bool IsRecordedOnly, bool IsJson);
