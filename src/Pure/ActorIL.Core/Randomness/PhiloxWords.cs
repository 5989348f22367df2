using System.Runtime.CompilerServices;
using ActorIL.Core.Randomness.Lanes;

namespace ActorIL.Core.Randomness;

/// <summary>
/// The first words of many <see cref="Philox"/> blocks side by side: the same rounds, over as many keys or counters at
/// once as a vector holds.
/// </summary>
internal static class PhiloxWords
{
    private const int LaneCountMax = 8;

    /// <summary>One block a key.</summary>
    /// <param name="keys">Shape [n].</param>
    /// <param name="counters">Shape [n], or one for all keys.</param>
    /// <param name="domain">The last word of all counters.</param>
    /// <param name="words">Written, shape [n]: the lower 64 bits of the blocks. May be the keys' memory.</param>
    public static void OfKeys(ReadOnlySpan<ulong> keys, ReadOnlySpan<ulong> counters, uint domain, Span<ulong> words)
    {
        if (keys.Length > 1 && WordLanes512.IsSupported)
        {
            OfKeys<WordLanes512>(keys, counters, domain, words);
        }
        else if (keys.Length > 1 && WordLanes256.IsSupported)
        {
            OfKeys<WordLanes256>(keys, counters, domain, words);
        }
        else
        {
            for (var i = 0; i < keys.Length; i++)
            {
                words[i] = One(keys[i], counters[counters.Length == 1 ? 0 : i], domain);
            }
        }
    }

    /// <summary>Successive blocks of one key.</summary>
    /// <param name="key">Of all blocks.</param>
    /// <param name="first">The counter of the first block.</param>
    /// <param name="domain">The last word of all counters.</param>
    /// <param name="words">Written, shape [n]: the lower 64 bits of the blocks.</param>
    public static void OfCounters(ulong key, ulong first, uint domain, Span<ulong> words)
    {
        var done =
            WordLanes512.IsSupported ? OfCounters<WordLanes512>(key, first, domain, words)
            : WordLanes256.IsSupported ? OfCounters<WordLanes256>(key, first, domain, words)
            : 0;
        for (var i = done; i < words.Length; i++)
        {
            words[i] = One(key, first + (ulong)i, domain);
        }
    }

    /// <summary>As above at one width.</summary>
    /// <returns>How many words were written: whole lanes.</returns>
    public static int OfCounters<TLane>(ulong key, ulong first, uint domain, Span<ulong> words)
        where TLane : struct, IWordLane<TLane>
    {
        var index = 0;
        var keys = TLane.Broadcast(key);
        for (; index <= words.Length - TLane.Count; index += TLane.Count)
        {
            var counters = TLane.Broadcast(first + (ulong)index) + TLane.Ordinals;
            TLane.Store(Block(counters, domain, keys), words[index..]);
        }

        return index;
    }

    /// <summary>As above at one width; the last lane is filled up, which costs less than single blocks.</summary>
    public static void OfKeys<TLane>(
        ReadOnlySpan<ulong> keys,
        ReadOnlySpan<ulong> counters,
        uint domain,
        Span<ulong> words
    )
        where TLane : struct, IWordLane<TLane>
    {
        var (isShared, shared) = (counters.Length == 1, TLane.Broadcast(counters[0]));
        var index = 0;
        for (; index <= keys.Length - TLane.Count; index += TLane.Count)
        {
            var own = isShared ? shared : TLane.Load(counters[index..]);
            TLane.Store(Block(own, domain, TLane.Load(keys[index..])), words[index..]);
        }

        if (index < keys.Length)
        {
            Span<ulong> lastKeys = stackalloc ulong[LaneCountMax];
            Span<ulong> lastCounters = stackalloc ulong[LaneCountMax];
            Span<ulong> lastWords = stackalloc ulong[LaneCountMax];
            keys[index..].CopyTo(lastKeys);
            (isShared ? [] : counters[index..]).CopyTo(lastCounters);
            var own = isShared ? shared : TLane.Load(lastCounters);
            TLane.Store(Block(own, domain, TLane.Load(lastKeys)), lastWords);
            lastWords[..(keys.Length - index)].CopyTo(words[index..]);
        }
    }

    private static ulong One(ulong key, ulong counter, uint domain)
    {
        var (x0, x1, _, _) = Philox.Block(
            (uint)counter,
            (uint)(counter >> 32),
            0,
            domain,
            (uint)key,
            (uint)(key >> 32)
        );
        return x0 | ((ulong)x1 << 32);
    }

    // Each word holds 32 bits of a counter or key in its lower half; what gathers in the upper halves is never read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Block<TLane>(TLane counter, uint domain, TLane key)
        where TLane : struct, IWordLane<TLane>
    {
        var (multiplier0, multiplier1) = (TLane.Broadcast(Philox.Multiplier0), TLane.Broadcast(Philox.Multiplier1));
        var (weyl0, weyl1) = (TLane.Broadcast(Philox.Weyl0), TLane.Broadcast(Philox.Weyl1));
        var (c0, c1, c2, c3) = (counter, counter >>> 32, TLane.Broadcast(0), TLane.Broadcast(domain));
        var (k0, k1) = (key, key >>> 32);
        for (var round = 0; round < Philox.RoundCount; round++)
        {
            var product0 = TLane.MultiplyLower(multiplier0, c0);
            var product1 = TLane.MultiplyLower(multiplier1, c2);
            c0 = (product1 >>> 32) ^ c1 ^ k0;
            c1 = product1;
            c2 = (product0 >>> 32) ^ c3 ^ k1;
            c3 = product0;
            k0 += weyl0;
            k1 += weyl1;
        }

        return (c0 & TLane.Broadcast(uint.MaxValue)) ^ (c1 << 32);
    }
}
