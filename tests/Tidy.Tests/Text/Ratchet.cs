using System.Collections.Immutable;
using System.Globalization;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>The exceptions to the size caps: a list that may only shrink.</summary>
public static class Ratchet
{
    public const string Path = "tests/Tidy.Tests/Ratchet.txt";

    /// <summary>One exception: at most this much, of this kind, in this file.</summary>
    public sealed record Entry(int LineNumber, string Kind, string Path, int Limit);

    /// <summary>Lines of <c>kind path limit</c>; <c>#</c> begins a comment.</summary>
    /// <exception cref="FormatException">A line is something else.</exception>
    public static ImmutableArray<Entry> Parse(string text) =>
        [
            .. text.Split('\n')
                .Index()
                .Where(line => line.Item.Length > 0 && line.Item[0] != '#')
                .Select(line => ParseLine(line.Index + 1, line.Item.Split(' '))),
        ];

    /// <summary>What exceeds a cap without an entry, or its entry's limit; and entries nobody needs any more.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyCollection<Size.Excess> excesses, ImmutableArray<Entry> entries)
    {
        foreach (var excess in excesses)
        {
            var entry = entries.FirstOrDefault(e => e.Kind == excess.Kind && e.Path == excess.Path);
            var limit = entry is null ? excess.Cap : entry.Limit;
            if (excess.Actual > limit)
            {
                var found = Invariant($"{excess.Kind} {excess.Actual}");
                yield return new(excess.Path, excess.LineNumber, found, Invariant($"at most {limit}"));
            }
        }

        foreach (var entry in entries)
        {
            var excess = excesses.FirstOrDefault(e => e.Kind == entry.Kind && e.Path == entry.Path);
            if (excess is null)
            {
                yield return new(Path, entry.LineNumber, $"{entry.Kind} {entry.Path} is within the cap", "no entry");
            }
            else if (excess.Actual < entry.Limit)
            {
                var found = Invariant($"limit {entry.Limit} for {entry.Kind} {entry.Path}");
                yield return new(Path, entry.LineNumber, found, Invariant($"limit {excess.Actual}, now reached"));
            }
        }
    }

    private static Entry ParseLine(int lineNumber, string[] words) =>
        words.Length == 3 && int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? new(lineNumber, words[0], words[1], limit)
            : throw new FormatException(Invariant($"{Path}:{lineNumber}: wanted 'kind path limit'."));
}
