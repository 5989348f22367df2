namespace ActorIL.Environments.Seeding;

/// <summary>
/// PCG64 (XSL-RR, 128-bit state), numpy's default generator, as a value: drawing gives a number and the next
/// generator. For environments that must start as Gymnasium's do; everything else draws from RngKey.
/// </summary>
/// <param name="State">Position in the sequence.</param>
/// <param name="Increment">Which sequence; odd.</param>
/// <remarks>
/// Source: O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms for random number
/// generation", Harvey Mudd College HMC-CS-2014-0905, 2014; seeded as numpy.random.PCG64.
/// </remarks>
public readonly record struct Pcg64(UInt128 State, UInt128 Increment)
{
    private static UInt128 Multiplier => new(0x2360ED051FC65DA4, 0x4385DF649FCCF645);

    /// <summary>The generator behind numpy.random.default_rng(<paramref name="seed"/>).</summary>
    public static Pcg64 FromSeed(ulong seed)
    {
        Span<ulong> words = stackalloc ulong[4];
        SeedSequence.Generate(seed, words);
        var increment = (new UInt128(words[2], words[3]) << 1) | UInt128.One;
        var start = new Pcg64(increment + new UInt128(words[0], words[1]), increment);
        return start.Advance();
    }

    /// <summary>64 uniform bits.</summary>
    public (ulong Bits, Pcg64 Next) Draw()
    {
        var next = Advance();
        var folded = (ulong)(next.State >> 64) ^ (ulong)next.State;
        return (ulong.RotateRight(folded, (int)(next.State >> 122)), next);
    }

    /// <summary>
    /// A double uniform in [<paramref name="low"/>, <paramref name="high"/>), rounded as numpy rounds it.
    /// </summary>
    public (double Value, Pcg64 Next) Uniform(double low, double high)
    {
        var (bits, next) = Draw();
        return (low + ((high - low) * ((bits >> 11) * (1.0 / (1UL << 53)))), next);
    }

    private Pcg64 Advance() => this with { State = unchecked((State * Multiplier) + Increment) };
}
