using System.Globalization;
using System.Text;

namespace ActorIL.Hocon.Syntax;

/// <summary>Texts in quotes: JSON strings, and texts in triple quotes.</summary>
internal static class QuotedSyntax
{
    private const string TripleQuotes = "\"\"\"";

    /// <summary>Reads the quoted text whose first quote stands at an index.</summary>
    public static QuotedReading Read(string text, int start) =>
        string.CompareOrdinal(text, start, TripleQuotes, 0, TripleQuotes.Length) == 0
            ? ReadTriple(text, start + TripleQuotes.Length)
            : ReadSingle(text, start + 1);

    // Any run of three or more quotes closes; all but its last three belong to the text. Nothing is escaped.
    private static QuotedReading ReadTriple(string text, int start)
    {
        var end = text.IndexOf(TripleQuotes, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return Wrong(text.Length, "three closing quotes", "Close the text with \"\"\".");
        }

        end += TripleQuotes.Length;
        while (end < text.Length && text[end] == '"')
        {
            end++;
        }

        return new QuotedReading(text[start..(end - TripleQuotes.Length)], end, "", "");
    }

    private static QuotedReading ReadSingle(string text, int start)
    {
        var value = new StringBuilder();
        var index = start;
        while (index < text.Length && text[index] != '"')
        {
            if (text[index] < ' ')
            {
                return Wrong(index, "a closing quote", "Close the text on its line, or escape the character.");
            }

            if (text[index] != '\\')
            {
                value.Append(text[index++]);
            }
            else if (!TryReadEscape(text, index + 1, value, out index))
            {
                return Wrong(index, "an escape of JSON", "Use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX.");
            }
        }

        return index == text.Length
            ? Wrong(index, "a closing quote", "Close the text with a double quote.")
            : new QuotedReading(value.ToString(), index + 1, "", "");
    }

    private static bool TryReadEscape(string text, int index, StringBuilder value, out int next)
    {
        next = index;
        if (index == text.Length)
        {
            return false;
        }

        if (text[index] == 'u')
        {
            next = index + 5;
            if (next > text.Length || !text.AsSpan(index + 1, 4).ContainsOnlyHexDigits())
            {
                next = index;
                return false;
            }

            var digits = text.AsSpan(index + 1, 4);
            value.Append((char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            return true;
        }

        const string letters = "\"\\/bfnrt";
        const string meanings = "\"\\/\b\f\n\r\t";
        var letter = letters.IndexOf(text[index], StringComparison.Ordinal);
        if (letter < 0)
        {
            return false;
        }

        value.Append(meanings[letter]);
        next = index + 1;
        return true;
    }

    private static bool ContainsOnlyHexDigits(this ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    private static QuotedReading Wrong(int index, string wanted, string remedy) => new("", index, wanted, remedy);
}
