namespace ActorIL.Actors.Hosts;

/// <summary>The first place where two runs that should be one are not.</summary>
/// <param name="Ordinal">The number of the delivery, from 1.</param>
/// <param name="Expected">What the first run delivered; null where it had ended.</param>
/// <param name="Found">What the second run delivered; null where it had ended.</param>
public sealed record Divergence(long Ordinal, Delivery? Expected, Delivery? Found)
{
    /// <summary>Compares two runs delivery by delivery; null where they are the same.</summary>
    public static Divergence? Between(IReadOnlyList<Delivery> expected, IReadOnlyList<Delivery> found)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            Delivery? left = i < expected.Count ? expected[i] : null;
            Delivery? right = i < found.Count ? found[i] : null;
            if (left?.EntryHash != right?.EntryHash)
            {
                return new(i + 1, left, right);
            }
        }

        return null;
    }
}
