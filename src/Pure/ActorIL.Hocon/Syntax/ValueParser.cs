using System.Diagnostics.CodeAnalysis;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>Values: everything that stands on one line where JSON has one value, concatenated.</summary>
internal static class ValueParser
{
    public static bool TryParse(ParseState state, SourceFile file, Location at, [NotNullWhen(true)] out Term? value)
    {
        value = null;
        if (!state.Current.StartsValue)
        {
            return state.Fail("a value", "Write a value here, or remove the key or the comma before it.");
        }

        var parts = new ConcatenationBuilder();
        while (state.Current.StartsValue)
        {
            var whitespace = state.Current.Whitespace;
            if (!TryParsePart(state, file, at, out var part))
            {
                return false;
            }

            parts.Add(whitespace, part);
        }

        return parts.TryBuild(out value, out var mixture) || state.Fail(mixture);
    }

    private static bool TryParsePart(
        ParseState state, SourceFile file, Location at, [NotNullWhen(true)] out Term? part) => state.Current.Kind switch
        {
            TokenKind.OpenBracket => ArrayParser.TryParse(state, file, at, out part),
            TokenKind.OpenBrace => ObjectParser.TryParseBraced(state, file, at, out part),
            TokenKind.Substitution or TokenKind.OptionalSubstitution => TryParseSubstitution(state, file, out part),
            _ => TakeLiteral(state, out part),
        };

    private static bool TryParseSubstitution(ParseState state, SourceFile file, [NotNullWhen(true)] out Term? part)
    {
        part = null;
        var start = state.Take();
        if (!PathParser.TryParse(state, out var path))
        {
            return false;
        }

        if (state.Current.Kind != TokenKind.CloseBrace)
        {
            return state.Fail("'}'", "Close the substitution; it holds one path and nothing else.");
        }

        state.Take();
        var includedAt = file.IncludedAt;
        part = new Term.Substitution(
            includedAt.Path.AddRange(path),
            includedAt.Path.Length,
            IsOptional: start.Kind == TokenKind.OptionalSubstitution,
            IsAppend: false,
            start.Origin);
        return !includedAt.IsInArray || state.Fail(new HoconError(
            start.Origin,
            "a substitution in a file that is included inside an array",
            "a file without substitutions, since no path leads into an array",
            "Include the file under a key, and refer to that key from the array."));
    }

    private static bool TakeLiteral(ParseState state, out Term part)
    {
        var token = state.Take();
        part = new Term.Literal(token.Kind switch
        {
            TokenKind.Number => new HoconValue.Number(token.Text, token.Origin),
            TokenKind.Unquoted when token.Text == "null" => new HoconValue.Null(token.Origin),
            TokenKind.Unquoted when token.Text is "true" or "false" =>
                new HoconValue.Boolean(token.Text == "true", token.Origin),
            _ => new HoconValue.Text(token.Text, token.Origin),
        });
        return true;
    }
}
