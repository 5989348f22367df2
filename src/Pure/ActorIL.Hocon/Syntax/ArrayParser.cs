using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>Arrays: values between brackets, separated by one comma or by line ends.</summary>
internal static class ArrayParser
{
    public static bool TryParse(ParseState state, SourceFile file, Location at, [NotNullWhen(true)] out Term? array)
    {
        array = null;
        var origin = state.Take().Origin;
        if (!state.TryEnter(1))
        {
            return false;
        }

        var elements = ImmutableArray.CreateBuilder<Term>();
        state.SkipNewlines();
        while (state.Current.Kind != TokenKind.CloseBracket)
        {
            if (!ValueParser.TryParse(state, file, at with { IsInArray = true }, out var element)
                || !SeparatorParser.TryPass(state, TokenKind.CloseBracket))
            {
                return false;
            }

            elements.Add(element);
        }

        state.Take();
        state.Leave(1);
        array = new Term.Sequence(elements.ToImmutable(), origin);
        return true;
    }
}
