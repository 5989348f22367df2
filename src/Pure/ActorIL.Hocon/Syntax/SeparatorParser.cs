namespace ActorIL.Hocon.Syntax;

/// <summary>What may stand between fields or elements: line ends, one comma, or both.</summary>
internal static class SeparatorParser
{
    public static bool TryPass(ParseState state, TokenKind close)
    {
        var isSeparated = state.SkipNewlines();
        if (state.Current.Kind == TokenKind.Comma)
        {
            state.Take();
            state.SkipNewlines();
            isSeparated = true;
        }

        return isSeparated
            || state.Current.Kind == close
            || state.Fail(
                close switch
                {
                    TokenKind.CloseBracket => "',', a new line or ']'",
                    TokenKind.CloseBrace => "',', a new line or '}'",
                    _ => "',' or a new line",
                },
                "Separate fields and elements by a comma or a new line, and balance braces and brackets.");
    }
}
