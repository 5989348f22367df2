using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>
/// Words that do not belong in a published tree: notes to oneself, and traces of where and how the project was made.
/// </summary>
public static class Words
{
    // The bans are put together from halves, so that this file does not break the rule it states.
    private static readonly ImmutableArray<(Regex Pattern, string Wanted)> Bans =
    [
        (Word(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b"), "the work done, or a line in src/DECISIONS.md"),
        (
            Word(@"(?i)(\b(issues?|bug|pull|pr|see|fix(es|ed)?|close[sd]?|per|in|of|for|and)\s+|\()#\d{1,4}\b"),
            "the reason itself, not the number of an issue"
        ),
        (Word(@"(?<![\w.~-])/(work|tmp|home/\w+|root/\.|Users/\w+)/"), "a path relative to the repository"),
        (Word("nu" + @"get\.org|npmjs\.(com|org)"), "no host of a package registry"),
        (Word("#reg" + @"ion\b"), "no regions: a file that needs folding is too long"),
    ];

    private static readonly ImmutableArray<string> TextEndings =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".md",
        ".conf",
        ".txt",
        ".yml",
        ".yaml",
        ".globalconfig",
        ".sh",
        ".css",
        ".js",
        ".html",
        "/run",
    ];

    /// <summary>Files that people read as text; data files are not.</summary>
    public static bool IsText(string path) =>
        TextEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

    public static IEnumerable<Finding> Find(string path, string text) =>
        from line in text.Split('\n').Index()
        from ban in Bans
        let match = ban.Pattern.Match(line.Item)
        where match.Success
        select new Finding(path, line.Index + 1, $"'{match.Value}'", ban.Wanted);

    private static Regex Word(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
