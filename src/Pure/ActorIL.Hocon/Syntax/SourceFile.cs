using System.Collections.Immutable;

namespace ActorIL.Hocon.Syntax;

/// <summary>The text being parsed and how it came to be read.</summary>
/// <param name="Chain">Normalised paths from the first file to this one, each including the next.</param>
/// <param name="IncludedAt">Where its root stands in the whole configuration.</param>
/// <param name="Read">The caller's reader.</param>
/// <param name="Included">Every file included so far, by any file; shared, and grows.</param>
internal sealed record SourceFile(
    ImmutableArray<string> Chain,
    Location IncludedAt,
    Func<string, IncludeOutcome> Read,
    List<string> Included
)
{
    public string Path => Chain[^1];
}
