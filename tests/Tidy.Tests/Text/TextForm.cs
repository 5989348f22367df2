using Tidy.Tests.Sources;

namespace Tidy.Tests.Text;

/// <summary>One form of text file: UTF-8 without byte-order mark, LF, one line end at the end.</summary>
public static class TextForm
{
    public static IEnumerable<Finding> Find(string path, string text)
    {
        if (text.StartsWith('\uFEFF'))
        {
            yield return new(path, 1, "a byte-order mark", "UTF-8 without one");
        }

        if (text.Contains('\r', StringComparison.Ordinal))
        {
            var before = text[..text.IndexOf('\r', StringComparison.Ordinal)];
            yield return new(path, before.Count(c => c == '\n') + 1, "CR", "LF");
        }

        if (text.Length > 0 && (!text.EndsWith('\n') || text.EndsWith("\n\n", StringComparison.Ordinal)))
        {
            yield return new(path, text.Count(c => c == '\n') + 1, "the end of the file", "exactly one line end there");
        }

        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.Contains('\t', StringComparison.Ordinal) || line.EndsWith(' '))
            {
                yield return new(path, index + 1, "a tab or a trailing space", "spaces, none at the end");
            }
        }
    }
}
