using System.Numerics;
using System.Runtime.CompilerServices;

namespace ActorIL.Core.Fields;

/// <summary>A short varint as one little-endian word: no loop, no store for each byte.</summary>
internal static class VarintWord
{
    /// <summary>Bits of the largest value: seven bytes of seven bits.</summary>
    public const int BitCountMax = 49;

    private const ulong ContinuationBits = 0x80_80_80_80_80_80_80_80;

    /// <summary>The bytes of the varint, the first one lowest.</summary>
    /// <param name="value">Below 2⁴⁹.</param>
    /// <param name="count">How many bytes it has, 1 to 7.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong value, out int count)
    {
        count = (BitOperations.Log2(value | 1) / 7) + 1;

        // Groups of seven bits move apart: halves of 28 into 32, then 14 into 16, then 7 into 8.
        var word = ((value & 0x00FF_FFFF_F000_0000) << 4) | (value & 0x0FFF_FFFF);
        word = ((word & 0x0FFF_C000_0FFF_C000) << 2) | (word & 0x0000_3FFF_0000_3FFF);
        word = ((word & 0x3F80_3F80_3F80_3F80) << 1) | (word & 0x007F_007F_007F_007F);
        return word | (ContinuationBits & ((1UL << (8 * (count - 1))) - 1));
    }
}
