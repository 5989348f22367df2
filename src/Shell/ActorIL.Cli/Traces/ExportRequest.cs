using System.Collections.Immutable;

namespace ActorIL.Cli.Traces;

/// <summary>What was typed after `actoril trace export`.</summary>
/// <param name="File">The trace.</param>
/// <param name="Format">One of <see cref="Formats"/>.</param>
/// <param name="What">Which data set; null where it was not typed.</param>
/// <param name="Target">The file to write; null for the output.</param>
/// <param name="Filter">Which deliveries.</param>
/// <param name="IsJson">Whether the report is for a program.</param>
internal sealed record ExportRequest(
    string File,
    string Format,
    string? What,
    string? Target,
    FilterRequest Filter,
    bool IsJson
)
{
    public const string Ndjson = "ndjson";
    public const string Csv = "csv";
    public const string Npz = "npz";

    public static ImmutableArray<string> Formats { get; } = [Ndjson, Csv, Npz];
}
