using System.Text;

namespace ActorIL.Cli.Terminals;

/// <summary>Columns aligned by spaces: the same on a terminal, in a file and in a snapshot.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>
    /// The table's lines; columns whose cells below the header all look like numbers are set to the right.
    /// </summary>
    public static string Render(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = header
            .Select((cell, column) => rows.Select(row => row[column].Length).Append(cell.Length).Max())
            .ToArray();
        var isNumeric = header.Select((_, column) => rows.All(row => IsNumeric(row[column]))).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            var cells = row.Select((cell, column) =>
                isNumeric[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join(Gap, cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsNumeric(string cell) =>
        cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || cell[0] is '-' or '[');
}
