using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>A whole text: an array, an object, or the fields of an object without its braces.</summary>
internal static class DocumentParser
{
    public static HoconResult<Term> Parse(string text, string source, SourceFile file, int depth)
    {
        var state = new ParseState(new Lexer(text, source), depth);
        return TryParseRoot(state, file, out var root) && state.TryExpectEnd() ? root! : state.Error;
    }

    private static bool TryParseRoot(ParseState state, SourceFile file, out Term? root)
    {
        state.SkipNewlines();
        if (state.Current.Kind == TokenKind.OpenBracket)
        {
            return ArrayParser.TryParse(state, file, file.IncludedAt, out root);
        }

        return state.Current.Kind == TokenKind.OpenBrace
            ? ObjectParser.TryParseBraced(state, file, file.IncludedAt, out root)
            : ObjectParser.TryParseUnbraced(state, file, out root);
    }
}
