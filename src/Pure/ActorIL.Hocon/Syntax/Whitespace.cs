using System.Globalization;

namespace ActorIL.Hocon.Syntax;

/// <summary>
/// The specification's own set: the Unicode separators (Zs, Zl, Zp), the byte-order mark, tab to carriage return, and
/// the four information separators. Only '\n' ends a line. (char.IsWhiteSpace differs in both directions.)
/// </summary>
internal static class Whitespace
{
    public static bool IsWhitespace(char character) =>
        character switch
        {
            >= '\t' and <= '\r' => true,
            >= '\u001c' and <= '\u001f' => true,
            '\uFEFF' => true,
            _ => CharUnicodeInfo.GetUnicodeCategory(character)
                is UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator,
        };

    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsWhitespace(text[start]))
        {
            start++;
        }

        while (end > start && IsWhitespace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }
}
