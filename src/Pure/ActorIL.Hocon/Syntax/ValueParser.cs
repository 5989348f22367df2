using System.Diagnostics.CodeAnalysis;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>Values: everything that stands on one line where JSON has one value, concatenated.</summary>
internal static class ValueParser
{
    public static bool TryParse(TokenCursor cursor, SourceFile file, Location at, [NotNullWhen(true)] out Term? value)
    {
        value = null;
        if (!cursor.Current.StartsValue)
        {
            return cursor.Fail("a value", "Write a value here, or remove the key or the comma before it.");
        }

        var parts = new ConcatenationBuilder();
        while (cursor.Current.StartsValue)
        {
            var whitespace = cursor.Current.Whitespace;
            if (!TryParsePart(cursor, file, at, out var part))
            {
                return false;
            }

            parts.Add(whitespace, part);
        }

        return parts.TryBuild(out value, out var mixture) || cursor.Fail(mixture);
    }

    private static bool TryParsePart(
        TokenCursor cursor,
        SourceFile file,
        Location at,
        [NotNullWhen(true)] out Term? part
    ) =>
        cursor.Current.IsSimple ? TakeLiteral(cursor, out part)
        : cursor.Current.Kind == TokenKind.OpenBracket ? ArrayParser.TryParse(cursor, file, at, out part)
        : cursor.Current.Kind == TokenKind.OpenBrace ? ObjectParser.TryParseBraced(cursor, file, at, out part)
        : TryParseSubstitution(cursor, file, out part);

    private static bool TryParseSubstitution(TokenCursor cursor, SourceFile file, [NotNullWhen(true)] out Term? part)
    {
        part = null;
        var start = cursor.Take();
        if (!PathParser.TryParse(cursor, out var path))
        {
            return false;
        }

        if (cursor.Current.Kind != TokenKind.CloseBrace)
        {
            return cursor.Fail("'}'", "Close the substitution; it holds one path and nothing else.");
        }

        cursor.Take();
        var includedAt = file.IncludedAt;
        part = new Term.Substitution(
            includedAt.Path.AddRange(path),
            includedAt.Path.Length,
            IsOptional: start.Kind == TokenKind.OptionalSubstitution,
            IsAppend: false,
            start.Origin
        );
        return !includedAt.IsInArray
            || cursor.Fail(
                new HoconError(
                    start.Origin,
                    "a substitution in a file that is included inside an array",
                    "a file without substitutions, since no path leads into an array",
                    "Include the file under a key, and refer to that key from the array."
                )
            );
    }

    private static bool TakeLiteral(TokenCursor cursor, out Term part)
    {
        var token = cursor.Take();
        part = new Term.Literal(
            token.Kind == TokenKind.Number ? new HoconValue.Number(token.Text, token.Origin)
            : token.Kind == TokenKind.Unquoted ? Unquoted(token)
            : new HoconValue.Text(token.Text, token.Origin)
        );
        return true;
    }

    private static HoconValue Unquoted(Token token) =>
        token.Text switch
        {
            "null" => new HoconValue.Null(token.Origin),
            "true" => new HoconValue.Boolean(Value: true, token.Origin),
            "false" => new HoconValue.Boolean(Value: false, token.Origin),
            _ => new HoconValue.Text(token.Text, token.Origin),
        };
}
