using System.Diagnostics.CodeAnalysis;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>Objects: fields and include statements.</summary>
internal static class ObjectParser
{
    public static bool TryParseBraced(
        ParseState state, SourceFile file, Location at, [NotNullWhen(true)] out Term? structure)
    {
        structure = null;
        var target = new ObjectBuilder(state.Take().Origin);
        if (!state.TryEnter(1) || !TryParseFields(state, file, at, TokenKind.CloseBrace, target))
        {
            return false;
        }

        state.Take();
        state.Leave(1);
        structure = target.Build();
        return true;
    }

    /// <summary>The fields of a root object whose braces were left out.</summary>
    public static bool TryParseUnbraced(ParseState state, SourceFile file, [NotNullWhen(true)] out Term? structure)
    {
        structure = null;
        var target = new ObjectBuilder(state.Current.Origin);
        if (!state.TryEnter(1) || !TryParseFields(state, file, file.IncludedAt, TokenKind.End, target))
        {
            return false;
        }

        state.Leave(1);
        structure = target.Build();
        return true;
    }

    private static bool TryParseFields(
        ParseState state, SourceFile file, Location at, TokenKind close, ObjectBuilder target)
    {
        state.SkipNewlines();
        while (state.Current.Kind != close)
        {
            var isInclude = state.Current is { Kind: TokenKind.Unquoted, Text: "include" };
            var isParsed = isInclude
                ? IncludeParser.TryParse(state, out var statement)
                    && Includer.TryInclude(state, file, at, statement, target)
                : TryParseField(state, file, at, target);
            if (!isParsed || !SeparatorParser.TryPass(state, close))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryParseField(ParseState state, SourceFile file, Location at, ObjectBuilder target)
    {
        var keyOrigin = state.Current.Origin;
        if (!PathParser.TryParse(state, out var path) || !state.TryEnter(path.Length - 1))
        {
            return false;
        }

        state.SkipNewlines();
        var separator = state.Current;
        switch (separator.Kind)
        {
            case TokenKind.Colon or TokenKind.EqualsSign or TokenKind.PlusEquals:
                state.Take();
                state.SkipNewlines();
                break;
            case TokenKind.OpenBrace:
                break;
            default:
                return state.Fail($"'=', ':', '+=' or '{{' after the key {new HoconPath(path)}", "Give the key a value.");
        }

        var valueAt = at.At(path);
        var isAppend = separator.Kind == TokenKind.PlusEquals;
        if (!ValueParser.TryParse(state, file, isAppend ? valueAt with { IsInArray = true } : valueAt, out var value))
        {
            return false;
        }

        state.Leave(path.Length - 1);
        target.Put(path, keyOrigin, isAppend ? Append(file, valueAt, value, separator.Origin) : value);
        return true;
    }

    // a += b stands for a = ${?a} [b].
    private static Term.Concatenation Append(SourceFile file, Location at, Term value, HoconOrigin origin)
    {
        Term before = at.IsInArray
            ? new Term.Previous(origin)
            : new Term.Substitution(
                at.Path, file.IncludedAt.Path.Length, IsOptional: true, IsAppend: true, origin);
        Term element = new Term.Sequence([value], value.Origin);
        return new Term.Concatenation([new ConcatenationPart("", before), new ConcatenationPart("", element)], origin);
    }
}
