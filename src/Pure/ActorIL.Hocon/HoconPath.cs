using System.Collections.Immutable;
using ActorIL.Hocon.Rendering;
using ActorIL.Hocon.Syntax;

namespace ActorIL.Hocon;

/// <summary>A path through objects: a.b."c.d" has three elements.</summary>
public sealed record HoconPath(ImmutableArray<string> Elements)
{
    /// <summary>Reads a path expression as it may stand in a key or a substitution.</summary>
    public static HoconResult<HoconPath> Parse(string text)
    {
        var cursor = new TokenCursor(new Lexer(text, $"path \"{JsonText.Excerpt(text)}\""));
        return PathParser.TryParse(cursor, out var elements) && cursor.TryExpectEnd()
            ? new HoconPath(elements)
            : cursor.Error;
    }

    public bool Equals(HoconPath? other) => other is not null && Elements.SequenceEqual(other.Elements);

    public override int GetHashCode() => Elements.Length;

    /// <summary>The path expression, quoted where it must be.</summary>
    public override string ToString() => string.Join('.', Elements.Select(JsonText.Key));
}
