using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Syntax;

/// <summary>Cuts a text into tokens, one at a time, so that a huge wrong text costs no more than a small one.</summary>
internal sealed class Lexer(string text, string source)
{
    private const string Forbidden = "$\"{}[]:=,+#`^?!@*&\\";

    private int position;
    private int line = 1;
    private int lineStart;

    public string Source => source;

    public Token Next()
    {
        var whitespace = ReadWhitespace();
        if (IsCommentAt(position))
        {
            var end = text.IndexOf('\n', position);
            position = end < 0 ? text.Length : end;
        }

        var origin = OriginAt(position);
        if (position == text.Length)
        {
            return new Token(TokenKind.End, "", whitespace, origin);
        }

        return text[position] switch
        {
            '\n' => Newline(whitespace, origin),
            ',' => Symbol(TokenKind.Comma, 1, whitespace, origin),
            ':' => Symbol(TokenKind.Colon, 1, whitespace, origin),
            '=' => Symbol(TokenKind.EqualsSign, 1, whitespace, origin),
            '{' => Symbol(TokenKind.OpenBrace, 1, whitespace, origin),
            '}' => Symbol(TokenKind.CloseBrace, 1, whitespace, origin),
            '[' => Symbol(TokenKind.OpenBracket, 1, whitespace, origin),
            ']' => Symbol(TokenKind.CloseBracket, 1, whitespace, origin),
            '+' when StartsWith("+=") => Symbol(TokenKind.PlusEquals, 2, whitespace, origin),
            '$' when StartsWith("${?") => Symbol(TokenKind.OptionalSubstitution, 3, whitespace, origin),
            '$' when StartsWith("${") => Symbol(TokenKind.Substitution, 2, whitespace, origin),
            '"' => Quoted(whitespace, origin),
            var first when Forbidden.Contains(first, StringComparison.Ordinal) => Reserved(position, whitespace),
            var first when NumberSyntax.IsStart(first) => Number(whitespace, origin),
            _ => Unquoted(whitespace, origin),
        };
    }

    private string ReadWhitespace()
    {
        var start = position;
        while (position < text.Length && text[position] != '\n' && Whitespace.IsWhitespace(text[position]))
        {
            position++;
        }

        return text[start..position];
    }

    private Token Newline(string whitespace, HoconOrigin origin)
    {
        position++;
        line++;
        lineStart = position;
        return new Token(TokenKind.Newline, "\n", whitespace, origin);
    }

    private Token Symbol(TokenKind kind, int length, string whitespace, HoconOrigin origin)
    {
        position += length;
        return new Token(kind, text[(position - length)..position], whitespace, origin);
    }

    private Token Number(string whitespace, HoconOrigin origin)
    {
        var start = position;
        var end = NumberSyntax.EndOfRun(text, start);
        if (NumberSyntax.IsJsonNumber(text.AsSpan(start, end - start)))
        {
            return Symbol(TokenKind.Number, end - start, whitespace, origin);
        }

        var plus = text.IndexOf('+', start, end - start);
        return plus < 0 ? Symbol(TokenKind.Unquoted, end - start, whitespace, origin) : Reserved(plus, whitespace);
    }

    private Token Unquoted(string whitespace, HoconOrigin origin)
    {
        var end = position;
        while (
            end < text.Length
            && !Forbidden.Contains(text[end], StringComparison.Ordinal)
            && !Whitespace.IsWhitespace(text[end])
            && !IsCommentAt(end)
        )
        {
            end++;
        }

        return Symbol(TokenKind.Unquoted, end - position, whitespace, origin);
    }

    private Token Quoted(string whitespace, HoconOrigin origin)
    {
        var reading = QuotedSyntax.Read(text, position);
        if (reading.Problem.Length > 0)
        {
            var wrong = text[reading.End..Math.Min(text.Length, reading.End + 1)];
            var found =
                wrong.Length > 0
                    ? $"'{JsonText.Excerpt(wrong)}' in a quoted text"
                    : "the end of the text in a quoted text";
            return Problem(reading.End, found, reading.Problem, reading.Remedy, whitespace);
        }

        PassLines(reading.End);
        return new Token(TokenKind.Quoted, reading.Value, whitespace, origin);
    }

    private Token Reserved(int index, string whitespace) =>
        Problem(
            index,
            $"the reserved character '{JsonText.Excerpt(text[index..(index + 1)])}'",
            "a key, a value or a separator",
            "Put the text in double quotes if the character belongs to it.",
            whitespace
        );

    private Token Problem(int index, string found, string wanted, string remedy, string whitespace)
    {
        var character = index < text.Length ? text[index..(index + 1)] : "";
        PassLines(index);
        var origin = OriginAt(index);
        position = text.Length;
        return new Token(TokenKind.Problem, character, whitespace, origin)
        {
            Error = new HoconError(origin, found, wanted, remedy),
        };
    }

    // A text in triple quotes may hold line ends, which must be counted.
    private void PassLines(int end)
    {
        for (; position < end; position++)
        {
            if (text[position] == '\n')
            {
                line++;
                lineStart = position + 1;
            }
        }
    }

    private bool IsCommentAt(int index) =>
        index < text.Length
        && (text[index] == '#' || (text[index] == '/' && index + 1 < text.Length && text[index + 1] == '/'));

    private bool StartsWith(string symbol) => string.CompareOrdinal(text, position, symbol, 0, symbol.Length) == 0;

    private HoconOrigin OriginAt(int index) => new(source, line, index - lineStart + 1);
}
