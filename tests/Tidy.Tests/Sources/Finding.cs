using Microsoft.CodeAnalysis;

namespace Tidy.Tests.Sources;

/// <summary>One breach of the style: where, what was found, what is wanted.</summary>
public sealed record Finding(string Path, int LineNumber, string Found, string Wanted)
{
    public static Finding At(Location location, string found, string wanted)
    {
        var span = location.GetLineSpan();
        return new(span.Path, span.StartLinePosition.Line + 1, found, wanted);
    }

    public static Finding At(SyntaxNode node, string found, string wanted) => At(node.GetLocation(), found, wanted);

    public static Finding At(ISymbol symbol, string found, string wanted) => At(symbol.Locations[0], found, wanted);

    public override string ToString() => Invariant($"{Path}:{LineNumber}: {Found}; wanted: {Wanted}");
}
