using System.Text.RegularExpressions;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Layout;

/// <summary>Every algorithm folder has the same files, so that whoever knows one knows all.</summary>
public static partial class AlgorithmFolders
{
    public const string Root = "src/Pure/ActorIL.Algorithms/";

    /// <summary>A folder with a configuration, a loss or an update is an algorithm, but for Shared.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> paths) =>
        paths
            .Where(path => path.StartsWith(Root, StringComparison.Ordinal))
            .Where(path => Marks().IsMatch(path))
            .Select(path => path[..(path.LastIndexOf('/') + 1)])
            .Where(folder => folder != Root && !folder.Contains("/Shared/", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    public static IEnumerable<Finding> Find(IReadOnlyCollection<string> paths, Func<string, string> read)
    {
        foreach (var folder in Of(paths))
        {
            foreach (var part in new[] { "Config", "State", "Loss", "Update" })
            {
                var count = paths.Count(path => IsPart(path, folder, part));
                if (count != 1)
                {
                    yield return new(folder, 1, Invariant($"{count} files *{part}.cs"), $"one file *{part}.cs");
                }
            }

            var readme = folder + "README.md";
            var text = paths.Contains(readme) ? read(readme) : string.Empty;
            if (!Paper().IsMatch(text))
            {
                yield return new(readme, 1, "no paper", "a README.md that names the paper (link or *title*)");
            }

            if (!Deviations().IsMatch(text))
            {
                yield return new(readme, 1, "no deviations", "a heading 'Deviations', even if there are none");
            }
        }
    }

    private static bool IsPart(string path, string folder, string part) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && path.EndsWith(part + ".cs", StringComparison.Ordinal)
        && path.IndexOf('/', folder.Length) < 0;

    [GeneratedRegex("(Config|Loss|Update)\\.cs$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"arxiv|doi\.org|https://\S+|\b(19|20)\d\d\b.*\*\w", RegexOptions.IgnoreCase)]
    private static partial Regex Paper();

    [GeneratedRegex("^#+ .*deviations", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Deviations();
}
