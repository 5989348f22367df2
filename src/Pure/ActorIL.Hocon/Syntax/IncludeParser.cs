namespace ActorIL.Hocon.Syntax;

/// <summary>Include statements: a quoted name, perhaps in file(), url(), classpath(), and perhaps in required().</summary>
internal static class IncludeParser
{
    // "required(classpath(" is the longest opening; more than that is not worth collecting.
    private const int OpeningLengthMax = 20;

    public static bool TryParse(ParseState state, out IncludeStatement statement)
    {
        statement = default;
        state.Take();
        var opening = ReadOpening(state);
        if (!TryClassify(opening, out var kind, out var isRequired) || state.Current.Kind != TokenKind.Quoted)
        {
            return state.Fail(
                "a file name in double quotes after include, alone or in file(...) or required(...)",
                "Write include \"name.conf\"; quote the word \"include\" if it is meant as a key.");
        }

        var name = state.Take();
        statement = new IncludeStatement(kind, isRequired, name.Text, name.Origin);
        return TryClose(state, opening.Count(character => character == '('));
    }

    private static string ReadOpening(ParseState state)
    {
        var opening = "";
        state.SkipNewlines();
        while (state.Current.Kind == TokenKind.Unquoted
            && state.Current.Text.EndsWith('(')
            && opening.Length < OpeningLengthMax)
        {
            opening += state.Take().Text;
            state.SkipNewlines();
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

    private static bool TryClose(ParseState state, int openCount)
    {
        while (openCount > 0)
        {
            state.SkipNewlines();
            var token = state.Current;
            var isClosing = token.Kind == TokenKind.Unquoted
                && token.Text.Length <= openCount
                && token.Text.All(character => character == ')');
            if (!isClosing)
            {
                return state.Fail("')' after the file name of an include", "Close each parenthesis once.");
            }

            openCount -= state.Take().Text.Length;
        }

        return true;
    }
}
