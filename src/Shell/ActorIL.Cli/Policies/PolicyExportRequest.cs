namespace ActorIL.Cli.Policies;

/// <summary>What was typed after `actoril export`.</summary>
/// <param name="Path">A run directory or a checkpoint.</param>
/// <param name="Stage">Which policy of a run directory; null for its last stage.</param>
/// <param name="Onnx">The file to be written.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record PolicyExportRequest(string Path, string? Stage, string Onnx, bool IsJson);
