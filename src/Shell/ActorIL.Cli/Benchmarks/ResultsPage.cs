using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The file of results: every benchmark's figures, the machine, and the command that wrote it.</summary>
internal static class ResultsPage
{
    private const string JsonNotes = "JSON:";

    /// <summary>The text in Markdown.</summary>
    /// <param name="command">The command line, with the program's name.</param>
    /// <param name="sections">At least one; all of one machine.</param>
    public static string Render(string command, ImmutableArray<BenchmarkSection> sections)
    {
        var text = new StringBuilder();
        text.Append("# What the program reaches\n\n")
            .Append($"    {command}\n\n")
            .Append("wrote this: every benchmark in a process of its own, one after another.\n\n")
            .Append($"Machine: {Machine(sections[0].Report.GetProperty("machine"))}.\n\n")
            .Append(
                "The peak of one core is measured beside each benchmark: fused multiply-adds in registers. The share "
            )
            .Append(
                "of it is that\nof the benchmark's first figure; where arithmetic does not bound it there is none.\n\n"
            )
            .Append(
                MarkdownTable.Render(
                    ["benchmark", "peak, GFLOP/s", "share of peak", "repetitions"],
                    [.. sections.Select(Summary)]
                )
            );
        foreach (var section in sections)
        {
            Append(text, section);
        }

        return text.ToString();
    }

    private static string Machine(JsonElement machine) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.GetProperty("processor").GetString()}, {machine.GetProperty("cores").GetInt32()} cores, "
                + $"{machine.GetProperty("vector_bits").GetInt32()}-bit vectors, "
                + $"{machine.GetProperty("runtime").GetString()}, {machine.GetProperty("system").GetString()}"
        );

    private static ImmutableArray<string> Summary(BenchmarkSection section) =>
        [
            section.Name,
            section.Report.GetProperty("peak_gflops").GetDouble().ToString("F1", CultureInfo.InvariantCulture),
            Cell(section.Report.GetProperty("share_of_peak")),
            Cell(section.Report.GetProperty("repetitions")),
        ];

    private static void Append(StringBuilder text, BenchmarkSection section)
    {
        text.Append($"\n## {section.Name}\n\n{section.Description}\n\n");
        var notes = Notes(section.Notes);
        if (notes.Length > 0)
        {
            text.Append(notes).Append('\n');
        }

        var figures = section.Report.GetProperty("figures").EnumerateObject().ToImmutableArray();
        var columns = figures
            .SelectMany(static figure => figure.Value.EnumerateObject().Select(static field => field.Name))
            .Distinct()
            .ToImmutableArray();
        text.Append(
            MarkdownTable.Render(
                ["figure", .. columns.Select(static column => column.Replace('_', ' '))],
                [.. figures.Select(figure => Row(figure, columns))]
            )
        );
        if (section.Figure is { } file)
        {
            text.Append($"\n![{section.Description}]({file})\n");
        }
    }

    /// <summary>What the help says of the figures, without their JSON.</summary>
    private static string Notes(string notes)
    {
        var end = notes.IndexOf(JsonNotes, StringComparison.Ordinal);
        var lines = notes[..(end < 0 ? notes.Length : end)].Trim().Split('\n', StringSplitOptions.TrimEntries);
        return lines is [""] ? "" : string.Join('\n', lines).Replace("*", "\\*", StringComparison.Ordinal) + "\n";
    }

    private static ImmutableArray<string> Row(JsonProperty figure, ImmutableArray<string> columns) =>
        [
            figure.Name,
            .. columns.Select(column => figure.Value.TryGetProperty(column, out var value) ? Cell(value) : ""),
        ];

    private static string Cell(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => Number(value.GetDouble()),
            JsonValueKind.Null => "",
            _ => value.ToString(),
        };

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1_000 ? "N0" : "G4", CultureInfo.InvariantCulture);
}
