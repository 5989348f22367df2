namespace ActorIL.Environments.Seeding;

/// <summary>numpy's SeedSequence: turns one integer seed into well-mixed words of generator state.</summary>
/// <remarks>
/// Source: the algorithm of numpy.random.SeedSequence with a pool of four words, after O'Neill's seed_seq_fe (2015).
/// </remarks>
public static class SeedSequence
{
    private const int PoolSize = 4;
    private const int Shift = 16;
    private const uint EntropyStart = 0x43B0D7E5;
    private const uint EntropyFactor = 0x931E8875;
    private const uint OutputStart = 0x8B51F9DD;
    private const uint OutputFactor = 0x58F38DED;
    private const uint MixLeft = 0xCA01F9DD;
    private const uint MixRight = 0x4973F715;

    /// <summary>What SeedSequence(<paramref name="seed"/>).generate_state(n, uint64) gives.</summary>
    /// <param name="seed">Any 64-bit number.</param>
    /// <param name="words">Written, shape [n].</param>
    public static void Generate(ulong seed, Span<ulong> words)
    {
        Span<uint> pool = stackalloc uint[PoolSize];
        MixEntropy(seed, pool);
        var constant = OutputStart;
        var index = 0;
        for (var i = 0; i < words.Length; i++)
        {
            ulong low = Output(pool[index++ % PoolSize], ref constant);
            ulong high = Output(pool[index++ % PoolSize], ref constant);
            words[i] = low | (high << 32);
        }
    }

    private static void MixEntropy(ulong seed, Span<uint> pool)
    {
        // A seed below 2³² is one word of entropy in numpy, a larger one two; the missing words are hashed as zeros,
        // so that both are the same here.
        var constant = EntropyStart;
        pool[0] = Hash((uint)seed, ref constant);
        pool[1] = Hash((uint)(seed >> 32), ref constant);
        pool[2] = Hash(0, ref constant);
        pool[3] = Hash(0, ref constant);
        for (var source = 0; source < PoolSize; source++)
        {
            for (var target = 0; target < PoolSize; target++)
            {
                if (source != target)
                {
                    pool[target] = Mix(pool[target], Hash(pool[source], ref constant));
                }
            }
        }
    }

    private static uint Hash(uint value, ref uint constant)
    {
        unchecked
        {
            value ^= constant;
            constant *= EntropyFactor;
            value *= constant;
            return value ^ (value >> Shift);
        }
    }

    private static uint Mix(uint left, uint right)
    {
        unchecked
        {
            var mixed = (MixLeft * left) - (MixRight * right);
            return mixed ^ (mixed >> Shift);
        }
    }

    private static uint Output(uint value, ref uint constant)
    {
        unchecked
        {
            value ^= constant;
            constant *= OutputFactor;
            value *= constant;
            return value ^ (value >> Shift);
        }
    }
}
