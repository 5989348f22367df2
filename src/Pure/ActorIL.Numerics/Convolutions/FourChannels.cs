using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorIL.Numerics.Convolutions;

/// <summary>Four planes of numbers side by side, as a stack of four images has them, to groups of four.</summary>
internal static class FourChannels
{
    private const int LaneCount = 8;

    /// <summary>target[i, channel] = source[channel, i]; how it is done never shows.</summary>
    /// <param name="source">Shape [4, n].</param>
    /// <param name="target">Written, shape [n, 4].</param>
    public static void Interleave(ReadOnlySpan<float> source, Span<float> target)
    {
        var count = source.Length / 4;
        ref readonly var first = ref MemoryMarshal.GetReference(source);
        ref readonly var second = ref Unsafe.Add(ref Unsafe.AsRef(in first), count);
        ref readonly var third = ref Unsafe.Add(ref Unsafe.AsRef(in second), count);
        ref readonly var fourth = ref Unsafe.Add(ref Unsafe.AsRef(in third), count);
        ref var to = ref MemoryMarshal.GetReference(target);
        nuint i = 0;
        for (; Avx.IsSupported && i + LaneCount <= (nuint)count; i += LaneCount)
        {
            var (a, b) = (Vector256.LoadUnsafe(in first, i), Vector256.LoadUnsafe(in second, i));
            var (c, d) = (Vector256.LoadUnsafe(in third, i), Vector256.LoadUnsafe(in fourth, i));
            Groups(Avx.UnpackLow(a, b), Avx.UnpackLow(c, d), ref to, 4 * i);
            Groups(Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d), ref to, (4 * i) + 8);
        }

        for (; i < (nuint)count; i++)
        {
            Unsafe.Add(ref to, 4 * i) = Unsafe.Add(ref Unsafe.AsRef(in first), i);
            Unsafe.Add(ref to, (4 * i) + 1) = Unsafe.Add(ref Unsafe.AsRef(in second), i);
            Unsafe.Add(ref to, (4 * i) + 2) = Unsafe.Add(ref Unsafe.AsRef(in third), i);
            Unsafe.Add(ref to, (4 * i) + 3) = Unsafe.Add(ref Unsafe.AsRef(in fourth), i);
        }
    }

    // Two groups of the lower half, and two of the upper, four groups on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Groups(Vector256<float> firstPair, Vector256<float> secondPair, ref float target, nuint offset)
    {
        var even = Avx.Shuffle(firstPair, secondPair, 0b01_00_01_00);
        var odd = Avx.Shuffle(firstPair, secondPair, 0b11_10_11_10);
        Avx.Permute2x128(even, odd, 0x20).StoreUnsafe(ref target, offset);
        Avx.Permute2x128(even, odd, 0x31).StoreUnsafe(ref target, offset + 16);
    }
}
