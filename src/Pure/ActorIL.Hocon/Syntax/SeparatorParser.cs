namespace ActorIL.Hocon.Syntax;

/// <summary>What may stand between fields or elements: line ends, one comma, or both.</summary>
internal static class SeparatorParser
{
    public static bool TryPass(TokenCursor cursor, TokenKind close)
    {
        var isSeparated = cursor.SkipNewlines();
        if (cursor.Current.Kind == TokenKind.Comma)
        {
            cursor.Take();
            cursor.SkipNewlines();
            isSeparated = true;
        }

        return isSeparated
            || cursor.Current.Kind == close
            || cursor.Fail(
                close == TokenKind.CloseBracket ? "',', a new line or ']'"
                    : close == TokenKind.CloseBrace ? "',', a new line or '}'"
                    : "',' or a new line",
                "Separate fields and elements by a comma or a new line, and balance braces and brackets."
            );
    }
}
