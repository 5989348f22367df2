using System.Collections.Immutable;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

/// <summary>What a visitor sees first: six entries, a licence and dot-files.</summary>
public static class TopLevel
{
    public static ImmutableArray<string> Allowed { get; } =
    ["ActorIL.sln", "Directory.Build.props", "LICENSE", "README.md", "hocon", "src", "tests"];

    public static IEnumerable<Finding> Find(IEnumerable<string> trackedPaths) =>
        trackedPaths
            .Select(path => path.Split('/')[0])
            .Distinct(StringComparer.Ordinal)
            .Where(entry => entry[0] != '.' && !Allowed.Contains(entry))
            .Select(entry => new Finding(entry, 1, "an entry at the top level", $"only {string.Join(' ', Allowed)}"));
}
