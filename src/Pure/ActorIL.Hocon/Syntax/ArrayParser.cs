using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>Arrays: values between brackets, separated by one comma or by line ends.</summary>
internal static class ArrayParser
{
    public static bool TryParse(TokenCursor cursor, SourceFile file, Location at, [NotNullWhen(true)] out Term? array)
    {
        array = null;
        var origin = cursor.Take().Origin;
        if (!cursor.TryEnter(1))
        {
            return false;
        }

        var elements = ImmutableArray.CreateBuilder<Term>();
        cursor.SkipNewlines();
        while (cursor.Current.Kind != TokenKind.CloseBracket)
        {
            if (
                !ValueParser.TryParse(cursor, file, at with { IsInArray = true }, out var element)
                || !SeparatorParser.TryPass(cursor, TokenKind.CloseBracket)
            )
            {
                return false;
            }

            elements.Add(element);
        }

        cursor.Take();
        cursor.Leave(1);
        array = new Term.Sequence(elements.ToImmutable(), origin);
        return true;
    }
}
