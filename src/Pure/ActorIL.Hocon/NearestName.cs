namespace ActorIL.Hocon;

/// <summary>The known name that a mistyped one most likely meant.</summary>
public static class NearestName
{
    // Longer names are not typed by hand, and the distance costs the product of both lengths.
    private const int LengthMax = 100;

    /// <summary>
    /// Finds the candidate with the fewest edits; ties go to the ordinally first. A name needs at most a third of its
    /// length in edits (at least one) to count as near; otherwise there is none.
    /// </summary>
    public static bool TryFind(string name, IEnumerable<string> candidates, out string nearest)
    {
        nearest = "";
        var best = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - name.Length) >= best)
            {
                continue;
            }

            var distance = Distance(name, candidate);
            if (distance < best)
            {
                (best, nearest) = (distance, candidate);
            }
        }

        return nearest.Length > 0;
    }

    /// <summary>
    /// Edits that turn one name into the other: insertion, deletion, replacement, exchange of two neighbours (optimal
    /// string alignment). Names over 100 characters are as far apart as the longer one is long.
    /// </summary>
    public static int Distance(string first, string second)
    {
        if (first.Length > LengthMax || second.Length > LengthMax)
        {
            return string.Equals(first, second, StringComparison.Ordinal) ? 0 : Math.Max(first.Length, second.Length);
        }

        var distances = new int[first.Length + 1][];
        for (var row = 0; row <= first.Length; row++)
        {
            distances[row] = new int[second.Length + 1];
            for (var column = 0; column <= second.Length; column++)
            {
                distances[row][column] =
                    row == 0 || column == 0 ? row + column : Cheapest(distances, first, second, row, column);
            }
        }

        return distances[first.Length][second.Length];
    }

    private static int Cheapest(int[][] distances, string first, string second, int row, int column)
    {
        var replacement = first[row - 1] == second[column - 1] ? 0 : 1;
        var best = Math.Min(
            Math.Min(distances[row - 1][column] + 1, distances[row][column - 1] + 1),
            distances[row - 1][column - 1] + replacement
        );
        var isExchange =
            row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1];
        return isExchange ? Math.Min(best, distances[row - 2][column - 2] + 1) : best;
    }
}
