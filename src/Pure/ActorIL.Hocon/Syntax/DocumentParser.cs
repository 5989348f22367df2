using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>A whole text: an array, an object, or the fields of an object without its braces.</summary>
internal static class DocumentParser
{
    public static HoconResult<Term> Parse(string text, string source, SourceFile file, int depth)
    {
        var cursor = new TokenCursor(new Lexer(text, source), depth);
        return TryParseRoot(cursor, file, out var root) && cursor.TryExpectEnd() ? root! : cursor.Error;
    }

    private static bool TryParseRoot(TokenCursor cursor, SourceFile file, out Term? root)
    {
        cursor.SkipNewlines();
        if (cursor.Current.Kind == TokenKind.OpenBracket)
        {
            return ArrayParser.TryParse(cursor, file, file.IncludedAt, out root);
        }

        return cursor.Current.Kind == TokenKind.OpenBrace
            ? ObjectParser.TryParseBraced(cursor, file, file.IncludedAt, out root)
            : ObjectParser.TryParseUnbraced(cursor, file, out root);
    }
}
