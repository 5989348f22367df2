namespace ActorIL.Hocon.Syntax;

/// <summary>Include statements: a quoted name, perhaps in file(), url() or classpath(), and in required().</summary>
internal static class IncludeParser
{
    // "required(classpath(" is the longest opening; more than that is not worth collecting.
    private const int OpeningLengthMax = 20;

    public static bool TryParse(TokenCursor cursor, out IncludeStatement statement)
    {
        statement = default;
        cursor.Take();
        var opening = ReadOpening(cursor);
        if (!TryClassify(opening, out var kind, out var isRequired) || cursor.Current.Kind != TokenKind.Quoted)
        {
            return cursor.Fail(
                "a file name in double quotes after include, alone or in file(...) or required(...)",
                "Write include \"name.conf\"; quote the word \"include\" if it is meant as a key."
            );
        }

        var name = cursor.Take();
        statement = new IncludeStatement(kind, isRequired, name.Text, name.Origin);
        return TryClose(cursor, opening.Count(character => character == '('));
    }

    private static string ReadOpening(TokenCursor cursor)
    {
        var opening = "";
        cursor.SkipNewlines();
        while (
            cursor.Current.Kind == TokenKind.Unquoted
            && cursor.Current.Text.EndsWith('(')
            && opening.Length < OpeningLengthMax
        )
        {
            opening += cursor.Take().Text;
            cursor.SkipNewlines();
        }

        return opening;
    }

    private static bool TryClassify(string opening, out IncludeKind kind, out bool isRequired)
    {
        const string required = "required(";
        isRequired = opening.StartsWith(required, StringComparison.Ordinal);
        var inner = isRequired ? opening[required.Length..] : opening;
        kind = inner switch
        {
            "file(" => IncludeKind.File,
            "url(" => IncludeKind.Url,
            "classpath(" => IncludeKind.Classpath,
            _ => IncludeKind.Plain,
        };
        return inner.Length == 0 || kind != IncludeKind.Plain;
    }

    private static bool TryClose(TokenCursor cursor, int openCount)
    {
        while (openCount > 0)
        {
            cursor.SkipNewlines();
            var token = cursor.Current;
            var isClosing =
                token.Kind == TokenKind.Unquoted
                && token.Text.Length <= openCount
                && token.Text.All(character => character == ')');
            if (!isClosing)
            {
                return cursor.Fail("')' after the file name of an include", "Close each parenthesis once.");
            }

            openCount -= cursor.Take().Text.Length;
        }

        return true;
    }
}
