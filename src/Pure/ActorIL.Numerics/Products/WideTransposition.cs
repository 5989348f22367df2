using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorIL.Numerics.Products;

/// <summary>Transposes blocks of 16 by 16, which 32 vector registers hold.</summary>
internal static class WideTransposition
{
    private const int Size = 16;

    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>target[j, i] = source[i, j], both counts being multiples of 16.</summary>
    public static void Transpose(
        ref readonly float source,
        nuint sourceStride,
        int rowCount,
        int columnCount,
        ref float target,
        nuint targetStride
    )
    {
        for (nuint row = 0; row < (nuint)rowCount; row += Size)
        {
            for (nuint column = 0; column < (nuint)columnCount; column += Size)
            {
                ref readonly var from = ref Unsafe.Add(ref Unsafe.AsRef(in source), (row * sourceStride) + column);
                ref var to = ref Unsafe.Add(ref target, (column * targetStride) + row);
                Block(in from, sourceStride, ref to, targetStride);
            }
        }
    }

    private static void Block(ref readonly float source, nuint sourceStride, ref float target, nuint targetStride)
    {
        var (a0, a1, a2, a3) = FourRows(in source, 0, sourceStride);
        var (b0, b1, b2, b3) = FourRows(in source, 4 * sourceStride, sourceStride);
        var (c0, c1, c2, c3) = FourRows(in source, 8 * sourceStride, sourceStride);
        var (d0, d1, d2, d3) = FourRows(in source, 12 * sourceStride, sourceStride);
        FourColumns(a0, b0, c0, d0, ref target, 0, targetStride);
        FourColumns(a1, b1, c1, d1, ref target, targetStride, targetStride);
        FourColumns(a2, b2, c2, d2, ref target, 2 * targetStride, targetStride);
        FourColumns(a3, b3, c3, d3, ref target, 3 * targetStride, targetStride);
    }

    // Vector c of the result holds columns c, c + 4, c + 8 and c + 12 of four rows, each column side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float>, Vector512<float>, Vector512<float>, Vector512<float>) FourRows(
        ref readonly float source,
        nuint offset,
        nuint stride
    )
    {
        var r0 = Vector512.LoadUnsafe(in source, offset);
        var r1 = Vector512.LoadUnsafe(in source, offset + stride);
        var r2 = Vector512.LoadUnsafe(in source, offset + (2 * stride));
        var r3 = Vector512.LoadUnsafe(in source, offset + (3 * stride));
        var (low01, high01) = (Avx512F.UnpackLow(r0, r1).AsDouble(), Avx512F.UnpackHigh(r0, r1).AsDouble());
        var (low23, high23) = (Avx512F.UnpackLow(r2, r3).AsDouble(), Avx512F.UnpackHigh(r2, r3).AsDouble());
        return (
            Avx512F.UnpackLow(low01, low23).AsSingle(),
            Avx512F.UnpackHigh(low01, low23).AsSingle(),
            Avx512F.UnpackLow(high01, high23).AsSingle(),
            Avx512F.UnpackHigh(high01, high23).AsSingle()
        );
    }

    // Gathers the quarters that belong to one column, and writes columns 0, 4, 8 and 12 counted from the offset.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourColumns(
        Vector512<float> a,
        Vector512<float> b,
        Vector512<float> c,
        Vector512<float> d,
        ref float target,
        nuint offset,
        nuint stride
    )
    {
        const byte Even = 0b10_00_10_00;
        const byte Odd = 0b11_01_11_01;
        var (evenUpper, evenLower) = (Avx512F.Shuffle4x128(a, b, Even), Avx512F.Shuffle4x128(c, d, Even));
        var (oddUpper, oddLower) = (Avx512F.Shuffle4x128(a, b, Odd), Avx512F.Shuffle4x128(c, d, Odd));
        Avx512F.Shuffle4x128(evenUpper, evenLower, Even).StoreUnsafe(ref target, offset);
        Avx512F.Shuffle4x128(oddUpper, oddLower, Even).StoreUnsafe(ref target, offset + (4 * stride));
        Avx512F.Shuffle4x128(evenUpper, evenLower, Odd).StoreUnsafe(ref target, offset + (8 * stride));
        Avx512F.Shuffle4x128(oddUpper, oddLower, Odd).StoreUnsafe(ref target, offset + (12 * stride));
    }
}
