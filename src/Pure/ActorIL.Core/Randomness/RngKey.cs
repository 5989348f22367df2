using System.Globalization;
using ActorIL.Core.Hashing;

namespace ActorIL.Core.Randomness;

/// <summary>
/// A splittable, printable source of randomness. A key is a value: the same key always gives the same draws, and what
/// is drawn from one key says nothing about its children. Fold a purpose and a logical counter in, then draw by
/// index.
/// </summary>
public readonly record struct RngKey(ulong Value)
{
    // The last counter word separates what a key is used for, so that children and draws never share a block.
    internal const uint ChildDomain = 0x4B455953;
    internal const uint DrawDomain = 0x44524157;

    /// <summary>The root key of a run.</summary>
    public static RngKey Root(ulong seed) => new RngKey(seed).Fold(0x526F6F74);

    /// <summary>The child key of <paramref name="counter"/>: an update, an episode, an index.</summary>
    public RngKey Fold(ulong counter)
    {
        var (x0, x1, _, _) = Block(counter, ChildDomain);
        return new(x0 | ((ulong)x1 << 32));
    }

    /// <summary>The child key of a purpose, named by a short text.</summary>
    public RngKey Fold(string purpose) => Fold(ContentHash.Of(purpose));

    /// <summary>Two independent 64-bit words, the draw at <paramref name="index"/>.</summary>
    public (ulong First, ulong Second) Bits(ulong index)
    {
        var (x0, x1, x2, x3) = Block(index, DrawDomain);
        return (x0 | ((ulong)x1 << 32), x2 | ((ulong)x3 << 32));
    }

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);

    private (uint X0, uint X1, uint X2, uint X3) Block(ulong counter, uint domain) =>
        Philox.Block((uint)counter, (uint)(counter >> 32), 0, domain, (uint)Value, (uint)(Value >> 32));
}
