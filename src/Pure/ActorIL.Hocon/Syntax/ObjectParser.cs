using System.Diagnostics.CodeAnalysis;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>Objects: fields and include statements.</summary>
internal static class ObjectParser
{
    public static bool TryParseBraced(
        TokenCursor cursor,
        SourceFile file,
        Location at,
        [NotNullWhen(true)] out Term? structure
    )
    {
        structure = null;
        var target = new ObjectBuilder(cursor.Take().Origin);
        if (!cursor.TryEnter(1) || !TryParseFields(cursor, file, at, TokenKind.CloseBrace, target))
        {
            return false;
        }

        cursor.Take();
        cursor.Leave(1);
        structure = target.Build();
        return true;
    }

    /// <summary>The fields of a root object whose braces were left out.</summary>
    public static bool TryParseUnbraced(TokenCursor cursor, SourceFile file, [NotNullWhen(true)] out Term? structure)
    {
        structure = null;
        var target = new ObjectBuilder(cursor.Current.Origin);
        if (!cursor.TryEnter(1) || !TryParseFields(cursor, file, file.IncludedAt, TokenKind.End, target))
        {
            return false;
        }

        cursor.Leave(1);
        structure = target.Build();
        return true;
    }

    private static bool TryParseFields(
        TokenCursor cursor,
        SourceFile file,
        Location at,
        TokenKind close,
        ObjectBuilder target
    )
    {
        cursor.SkipNewlines();
        while (cursor.Current.Kind != close)
        {
            var isInclude = cursor.Current is { Kind: TokenKind.Unquoted, Text: "include" };
            var isParsed = isInclude
                ? IncludeParser.TryParse(cursor, out var statement)
                    && Includer.TryInclude(cursor, file, at, statement, target)
                : TryParseField(cursor, file, at, target);
            if (!isParsed || !SeparatorParser.TryPass(cursor, close))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryParseField(TokenCursor cursor, SourceFile file, Location at, ObjectBuilder target)
    {
        var keyOrigin = cursor.Current.Origin;
        if (!PathParser.TryParse(cursor, out var path) || !cursor.TryEnter(path.Length - 1))
        {
            return false;
        }

        cursor.SkipNewlines();
        var separator = cursor.Current;
        switch (separator.Kind)
        {
            case TokenKind.Colon or TokenKind.EqualsSign or TokenKind.PlusEquals:
                cursor.Take();
                cursor.SkipNewlines();
                break;
            case TokenKind.OpenBrace:
                break;
            default:
                return cursor.Fail(
                    $"'=', ':', '+=' or '{{' after the key {new HoconPath(path)}",
                    "Give the key a value."
                );
        }

        var valueAt = at.At(path);
        var isAppend = separator.Kind == TokenKind.PlusEquals;
        if (!ValueParser.TryParse(cursor, file, isAppend ? valueAt with { IsInArray = true } : valueAt, out var value))
        {
            return false;
        }

        cursor.Leave(path.Length - 1);
        target.Put(path, keyOrigin, isAppend ? Append(file, valueAt, value, separator.Origin) : value);
        return true;
    }

    // a += b stands for a = ${?a} [b].
    private static Term.Concatenation Append(SourceFile file, Location at, Term value, HoconOrigin origin)
    {
        Term before = at.IsInArray
            ? new Term.Previous(origin)
            : new Term.Substitution(at.Path, file.IncludedAt.Path.Length, IsOptional: true, IsAppend: true, origin);
        Term element = new Term.Sequence([value], value.Origin);
        return new Term.Concatenation([new ConcatenationPart("", before), new ConcatenationPart("", element)], origin);
    }
}
