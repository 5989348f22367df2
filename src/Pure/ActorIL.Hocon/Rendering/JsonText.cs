using System.Globalization;
using System.Text;

namespace ActorIL.Hocon.Rendering;

/// <summary>JSON strings: the one way texts are quoted here, also in error messages.</summary>
internal static class JsonText
{
    private const int ExcerptLength = 60;

    /// <summary>Quotes a text; control characters and lone surrogates are escaped, all else stands as it is.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogatePair(text, index))
            {
                quoted.Append(character).Append(text[++index]);
            }
            else
            {
                AppendEscaped(quoted, character);
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A key of an object, quoted only if it would read otherwise without quotes.</summary>
    public static string Key(string key) => IsPlain(key) ? key : Quote(key);

    /// <summary>The first characters of a text, for an error message: one line, no control characters.</summary>
    public static string Excerpt(string text)
    {
        var quoted = Quote(text.Length > ExcerptLength ? text[..ExcerptLength] : text)[1..^1];
        return text.Length > ExcerptLength ? quoted + "..." : quoted;
    }

    private static bool IsPlain(string key) =>
        key.Length > 0
        && key != "include"
        && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static void AppendEscaped(StringBuilder quoted, char character)
    {
        _ = character switch
        {
            '"' => quoted.Append("\\\""),
            '\\' => quoted.Append("\\\\"),
            '\n' => quoted.Append("\\n"),
            '\r' => quoted.Append("\\r"),
            '\t' => quoted.Append("\\t"),
            _ when char.IsControl(character) || char.IsSurrogate(character) => quoted.Append(
                CultureInfo.InvariantCulture,
                $"\\u{(int)character:x4}"
            ),
            _ => quoted.Append(character),
        };
    }
}
