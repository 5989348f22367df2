namespace ActorIL.Core.Fields;

/// <summary>One place where two values of one type differ.</summary>
/// <param name="Path">Where.</param>
/// <param name="One">What the first has there; null where it has nothing.</param>
/// <param name="Other">What the second has there; null where it has nothing.</param>
public sealed record FieldDifference(string Path, FieldLeaf? One, FieldLeaf? Other)
{
    /// <summary>Units in the last place between two floats; null where these are none.</summary>
    public long? Ulps => One is { } one && Other is { } other ? FieldLeaf.UlpsBetween(in one, in other) : null;

    /// <summary>Every place where the two differ, in the order of the first, then what only the second has.</summary>
    public static IEnumerable<FieldDifference> Between(FieldNode one, FieldNode other)
    {
        using var left = FieldLeaves.Of(one).GetEnumerator();
        using var right = FieldLeaves.Of(other).GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft && hasRight && left.Current.Path == right.Current.Path)
        {
            if (left.Current != right.Current)
            {
                yield return new(left.Current.Path, left.Current, right.Current);
            }

            (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        }

        // From where the shapes part, by path: a list is longer, or another case of a union is there.
        foreach (var difference in Unaligned(Rest(left, hasLeft), Rest(right, hasRight)))
        {
            yield return difference;
        }
    }

    private static IEnumerable<FieldDifference> Unaligned(List<FieldLeaf> left, List<FieldLeaf> right)
    {
        var others = new SortedDictionary<string, FieldLeaf>(StringComparer.Ordinal);
        foreach (var leaf in right)
        {
            others.Add(leaf.Path, leaf);
        }

        foreach (var leaf in left)
        {
            if (!others.Remove(leaf.Path, out var other))
            {
                yield return new(leaf.Path, leaf, null);
            }
            else if (leaf != other)
            {
                yield return new(leaf.Path, leaf, other);
            }
        }

        foreach (var leaf in right)
        {
            if (others.ContainsKey(leaf.Path))
            {
                yield return new(leaf.Path, null, leaf);
            }
        }
    }

    private static List<FieldLeaf> Rest(IEnumerator<FieldLeaf> leaves, bool hasCurrent)
    {
        var rest = new List<FieldLeaf>();
        while (hasCurrent)
        {
            rest.Add(leaves.Current);
            hasCurrent = leaves.MoveNext();
        }

        return rest;
    }
}
