using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>What a step changed in its actor's state.</summary>
internal static class StateChanges
{
    // Items of one array that tell enough.
    private const int ItemCount = 3;

    /// <summary>
    /// One line for each field that changed; items of an array beyond the first few are counted only.
    /// </summary>
    public static ImmutableArray<(string Path, string Text)> Lines(FieldNode before, FieldNode after, bool isFull)
    {
        var lines = ImmutableArray.CreateBuilder<(string, string)>();
        var leftOutCount = 0;
        var array = "";
        var count = 0;
        foreach (var difference in FieldDifference.Between(before, after))
        {
            var owner = OwnerOf(difference.Path);
            if (owner != array)
            {
                Close();
                (array, count) = (owner, 0);
            }

            if (isFull || owner.Length == 0 || ++count <= ItemCount)
            {
                lines.Add((difference.Path, TextOf(difference)));
            }
            else
            {
                leftOutCount++;
            }
        }

        Close();
        return lines.ToImmutable();

        void Close()
        {
            if (leftOutCount > 0)
            {
                lines.Add((array, string.Create(CultureInfo.InvariantCulture, $"{leftOutCount} more items changed")));
            }

            leftOutCount = 0;
        }
    }

    /// <summary>As in 1 -> 2; a float that changed by few units in the last place says by how many.</summary>
    private static string TextOf(FieldDifference difference)
    {
        var text = $"{difference.One?.Text ?? "nothing"} -> {difference.Other?.Text ?? "nothing"}";
        return difference.Ulps is <= 16 and { } ulps
            ? string.Create(CultureInfo.InvariantCulture, $"{text} ({ulps} ulp)")
            : text;
    }

    /// <summary>The array or list an item is in, without what is below it; empty for what is in none.</summary>
    private static string OwnerOf(string path) =>
        path.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? path[..at] : "";
}
