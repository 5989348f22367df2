namespace ActorIL.Testing;

/// <summary>What changed between two texts, line by line, for people to read.</summary>
public static class LineDifference
{
    private const int ContextLineCount = 3;
    private const int ComparedCellCountMax = 4_000_000;

    /// <summary>
    /// The lines removed (<c>-</c>) and added (<c>+</c>), with line numbers and three lines of context; empty when the
    /// texts are equal.
    /// </summary>
    /// <param name="wanted">The text that was approved.</param>
    /// <param name="found">The text that was produced.</param>
    /// <param name="lineCountMax">Lines printed at most; the rest is counted.</param>
    public static string Describe(string wanted, string found, int lineCountMax = 60)
    {
        var before = Lines(wanted);
        var after = Lines(found);
        var edits = Edits(before, after);
        var shown = new bool[edits.Count];
        for (var i = 0; i < edits.Count; i++)
        {
            if (edits[i].Mark == ' ')
            {
                continue;
            }

            var last = Math.Min(edits.Count - 1, i + ContextLineCount);
            for (var j = Math.Max(0, i - ContextLineCount); j <= last; j++)
            {
                shown[j] = true;
            }
        }

        return Print(edits, shown, lineCountMax);
    }

    /// <summary>An empty text has no line, and a line end at the end begins none.</summary>
    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : (text[^1] == '\n' ? text[..^1] : text).Split('\n');

    private static string Print(List<Edit> edits, bool[] shown, int lineCountMax)
    {
        var lines = new List<string>();
        for (var i = 0; i < edits.Count; i++)
        {
            if (shown[i])
            {
                lines.Add(Invariant($"{edits[i].LineNumber, 5} {edits[i].Mark} {edits[i].Text}"));
            }
            else if (i > 0 && shown[i - 1])
            {
                lines.Add("  ...");
            }
        }

        return lines.Count <= lineCountMax
            ? string.Join('\n', lines)
            : string.Join('\n', lines.Take(lineCountMax))
                + Invariant($"\n  ... {lines.Count - lineCountMax} more lines");
    }

    private static List<Edit> Edits(string[] before, string[] after)
    {
        var start = 0;
        var shorter = Math.Min(before.Length, after.Length);
        while (start < shorter && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var edits = new List<Edit>();
        for (var i = 0; i < start; i++)
        {
            edits.Add(new Edit(' ', i + 1, before[i]));
        }

        AddChanged(edits, before.AsSpan(start..^end), after.AsSpan(start..^end), start);
        for (var i = before.Length - end; i < before.Length; i++)
        {
            edits.Add(new Edit(' ', i + 1, before[i]));
        }

        return edits;
    }

    /// <summary>The shortest edit of the middle part by the longest common subsequence of lines.</summary>
    private static void AddChanged(
        List<Edit> edits,
        ReadOnlySpan<string> before,
        ReadOnlySpan<string> after,
        int offset
    )
    {
        // A middle too large to compare is shown as wholly replaced: still true, and bounded in time and memory.
        var compared = (long)before.Length * after.Length <= ComparedCellCountMax;
        var common = compared ? CommonLengths(before, after) : [];
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var same = compared && i < before.Length && j < after.Length && before[i] == after[j];
            if (same)
            {
                edits.Add(new Edit(' ', offset + i + 1, before[i]));
                i++;
                j++;
            }
            else if (i < before.Length && (!compared || j == after.Length || common[i + 1][j] >= common[i][j + 1]))
            {
                edits.Add(new Edit('-', offset + i + 1, before[i]));
                i++;
            }
            else
            {
                edits.Add(new Edit('+', offset + j + 1, after[j]));
                j++;
            }
        }
    }

    private static int[][] CommonLengths(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var lengths = new int[before.Length + 1][];
        lengths[^1] = new int[after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            lengths[i] = new int[after.Length + 1];
            for (var j = after.Length - 1; j >= 0; j--)
            {
                lengths[i][j] =
                    before[i] == after[j] ? lengths[i + 1][j + 1] + 1 : Math.Max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }

        return lengths;
    }

    private readonly record struct Edit(char Mark, int LineNumber, string Text);
}
