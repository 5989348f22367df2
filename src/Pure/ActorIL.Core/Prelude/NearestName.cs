namespace ActorIL.Core.Prelude;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name that takes the fewest edits (insert, delete, replace, swap neighbours; case is free), the first
    /// of equals; false where even that is too far, which is more than two fifths of the longer name.
    /// </summary>
    public static bool TryFind(string name, IEnumerable<string> known, out string nearest)
    {
        nearest = "";
        var best = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(name, candidate);
            if (distance < best && distance <= Math.Max(name.Length, candidate.Length) * 2 / 5)
            {
                (nearest, best) = (candidate, distance);
            }
        }

        return best < int.MaxValue;
    }

    /// <summary>How many edits lead from one name to the other, letter case aside.</summary>
    /// <remarks>
    /// Source: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964,
    /// restricted to edits that do not overlap.
    /// </remarks>
    public static int Distance(string first, string second)
    {
        var (before, above, row) = (new int[second.Length + 1], new int[second.Length + 1], new int[second.Length + 1]);
        for (var j = 0; j <= second.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            (before, above, row) = (above, row, before);
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var replaced = above[j - 1] + (Same(first[i - 1], second[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(first[i - 1], second[j - 2]) && Same(first[i - 2], second[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[second.Length];
    }

    private static bool Same(char first, char second) => char.ToUpperInvariant(first) == char.ToUpperInvariant(second);
}
