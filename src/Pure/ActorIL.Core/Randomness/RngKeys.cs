using System.Runtime.InteropServices;
using ActorIL.Core.Experience;

namespace ActorIL.Core.Randomness;

/// <summary>
/// What <see cref="RngKey"/> and <see cref="Draw"/> give, of many keys or indices at once: the same bits.
/// </summary>
public static class RngKeys
{
    private const int ChunkCount = 64;

    /// <summary>The child of every key under one counter.</summary>
    /// <param name="keys">Shape [n].</param>
    /// <param name="counter">As in <see cref="RngKey.Fold(ulong)"/>.</param>
    /// <param name="children">Written, shape [n]; may be the keys' memory.</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public static void Fold(ReadOnlySpan<RngKey> keys, ulong counter, Span<RngKey> children) =>
        Fold(keys, [counter], children);

    /// <summary>The child of every key under a counter of its own.</summary>
    /// <param name="keys">Shape [n].</param>
    /// <param name="counters">Shape [n], or one for all.</param>
    /// <param name="children">Written, shape [n]; may be the keys' memory.</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public static void Fold(ReadOnlySpan<RngKey> keys, ReadOnlySpan<ulong> counters, Span<RngKey> children)
    {
        Shape.Require("children", children.Length, keys.Length, columns: 1);
        if (counters.Length != 1)
        {
            Shape.Require("counters", counters.Length, keys.Length, columns: 1);
        }

        PhiloxWords.OfKeys(Words(keys), counters, RngKey.ChildDomain, MemoryMarshal.Cast<RngKey, ulong>(children));
    }

    /// <summary>The first words of draws index by index, as <see cref="RngKey.Bits"/> gives them.</summary>
    /// <param name="key">Source.</param>
    /// <param name="first">Index of the first draw.</param>
    /// <param name="words">Written, shape [n].</param>
    public static void Bits(RngKey key, ulong first, Span<ulong> words) =>
        PhiloxWords.OfCounters(key.Value, first, RngKey.DrawDomain, words);

    /// <summary>Draws index by index, as <see cref="Draw.UniformSingle"/> gives them.</summary>
    /// <param name="key">Source.</param>
    /// <param name="first">Index of the first draw.</param>
    /// <param name="draws">Written, shape [n].</param>
    public static void UniformSingle(RngKey key, ulong first, Span<float> draws)
    {
        Span<ulong> words = stackalloc ulong[Math.Min(ChunkCount, draws.Length)];
        for (var start = 0; start < draws.Length; start += ChunkCount)
        {
            var chunk = draws.Slice(start, Math.Min(ChunkCount, draws.Length - start));
            Bits(key, first + (ulong)start, words[..chunk.Length]);
            for (var i = 0; i < chunk.Length; i++)
            {
                chunk[i] = Draw.ToUnitSingle(words[i]);
            }
        }
    }

    /// <summary>One draw of every key, as <see cref="Draw.Uniform(RngKey, ulong, double, double)"/> gives it.</summary>
    /// <param name="keys">Shape [n].</param>
    /// <param name="index">Of the draw.</param>
    /// <param name="low">The least.</param>
    /// <param name="high">The most.</param>
    /// <param name="draws">Written, shape [n].</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public static void Uniform(ReadOnlySpan<RngKey> keys, ulong index, double low, double high, Span<double> draws)
    {
        Shape.Require("draws", draws.Length, keys.Length, columns: 1);
        var words = MemoryMarshal.Cast<double, ulong>(draws);
        PhiloxWords.OfKeys(Words(keys), [index], RngKey.DrawDomain, words);
        for (var i = 0; i < words.Length; i++)
        {
            draws[i] = low + ((high - low) * Draw.ToUnit(words[i]));
        }
    }

    private static ReadOnlySpan<ulong> Words(ReadOnlySpan<RngKey> keys) => MemoryMarshal.Cast<RngKey, ulong>(keys);
}
