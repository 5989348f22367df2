using System.Buffers;
using System.Globalization;
using System.Text;

namespace ActorIL.Storage.Files;

/// <summary>
/// Comma-separated text: fields quoted as RFC 4180 says, lines ended by LF, numbers in the invariant culture.
/// </summary>
public static class Csv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>
    /// A number in the shortest form that reads back as the same bits; NaN, Infinity and -Infinity by name.
    /// </summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Appends one line.</summary>
    public static void AppendLine(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            AppendField(text, fields[i]);
        }

        text.Append('\n');
    }

    private static void AppendField(StringBuilder text, string field)
    {
        if (field.AsSpan().ContainsAny(Special))
        {
            text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(field);
        }
    }
}
