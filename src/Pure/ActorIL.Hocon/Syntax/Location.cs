using System.Collections.Immutable;

namespace ActorIL.Hocon.Syntax;

/// <summary>Where in the whole configuration an object stands.</summary>
/// <param name="Path">Keys from the root.</param>
/// <param name="IsInArray">There is an array on the way, so that no path leads here.</param>
internal readonly record struct Location(ImmutableArray<string> Path, bool IsInArray)
{
    public static Location Root => new([], IsInArray: false);

    public Location At(ImmutableArray<string> keys) => this with { Path = Path.AddRange(keys) };
}
