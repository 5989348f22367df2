using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace repair`.</summary>
/// <param name="File">The damaged trace.</param>
/// <param name="Out">The file to write; null for the usual name beside it.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record RepairRequest(string File, string? Out, bool IsJson)
{
    /// <summary>The file to write.</summary>
    public string Target =>
        Out ?? (File.EndsWith(Mcap, StringComparison.Ordinal) ? File[..^Mcap.Length] : File) + TraceRepair.Ending;

    private const string Mcap = ".mcap";
}
