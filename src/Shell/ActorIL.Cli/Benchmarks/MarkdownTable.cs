using System.Collections.Immutable;
using System.Text;

namespace ActorIL.Cli.Benchmarks;

/// <summary>A table in Markdown whose columns are aligned in its text as well.</summary>
internal static class MarkdownTable
{
    /// <summary>The table's lines; columns of numbers after the first one are set to the right.</summary>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">As many cells each; an empty one is neither.</param>
    public static string Render(ImmutableArray<string> header, ImmutableArray<ImmutableArray<string>> rows)
    {
        var columns = Enumerable.Range(0, header.Length).ToImmutableArray();
        var widths = columns
            .Select(column => rows.Select(row => row[column].Length).Append(header[column].Length).Max())
            .ToImmutableArray();
        var isRight = columns.Select(column => column > 0 && rows.All(row => IsNumber(row[column]))).ToImmutableArray();
        var text = new StringBuilder();
        Append(text, columns.Select(column => Padded(header[column], widths[column], isRight[column])));
        Append(text, columns.Select(column => new string('-', widths[column] - 1) + (isRight[column] ? ':' : '-')));
        foreach (var row in rows)
        {
            Append(text, columns.Select(column => Padded(row[column], widths[column], isRight[column])));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private static string Padded(string cell, int width, bool isRight) =>
        isRight ? cell.PadLeft(width) : cell.PadRight(width);

    private static bool IsNumber(string cell) => cell.Length == 0 || char.IsAsciiDigit(cell[0]) || cell[0] == '-';
}
