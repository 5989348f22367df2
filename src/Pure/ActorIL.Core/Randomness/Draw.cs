namespace ActorIL.Core.Randomness;

/// <summary>Draws by index from a key. Every draw is a function of (key, index) alone.</summary>
public static class Draw
{
    private const int PermutationChunkCount = 64;

    /// <summary>A double uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public static double Uniform(RngKey key, ulong index = 0) => ToUnit(key.Bits(index).First);

    /// <summary>
    /// A double uniform between <paramref name="low"/> and <paramref name="high"/>, finite both; the last rounding may
    /// give <paramref name="high"/> itself.
    /// </summary>
    public static double Uniform(RngKey key, ulong index, double low, double high) =>
        low + ((high - low) * Uniform(key, index));

    /// <summary>A float uniform in [0, 1), a multiple of 2⁻²⁴.</summary>
    public static float UniformSingle(RngKey key, ulong index = 0) => ToUnitSingle(key.Bits(index).First);

    /// <summary>An integer uniform in [0, <paramref name="count"/>), with a bias below count · 2⁻⁶⁴.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public static int Index(RngKey key, ulong index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return IndexOf(key.Bits(index).First, count);
    }

    /// <summary>A uniform permutation of 0 … n − 1.</summary>
    /// <param name="key">Source.</param>
    /// <param name="order">Written, shape [n].</param>
    /// <remarks>Source: Fisher and Yates, in Durstenfeld's form.</remarks>
    public static void Permutation(RngKey key, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // Draws come many at a time, from the last to the first.
        Span<ulong> words = stackalloc ulong[Math.Min(PermutationChunkCount, order.Length)];
        for (var end = order.Length; end > 1; )
        {
            var first = Math.Max(1, end - words.Length);
            RngKeys.Bits(key, (ulong)first, words[..(end - first)]);
            for (var last = end - 1; last >= first; last--)
            {
                var other = IndexOf(words[last - first], last + 1);
                (order[last], order[other]) = (order[other], order[last]);
            }

            end = first;
        }
    }

    private static int IndexOf(ulong word, int count) => (int)Math.BigMul(word, (ulong)count, out _);

    // The 24 bits fit into an int, which becomes a float in one instruction.
    internal static float ToUnitSingle(ulong bits) => (int)(bits >> 40) * (1f / (1 << 24));

    internal static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
