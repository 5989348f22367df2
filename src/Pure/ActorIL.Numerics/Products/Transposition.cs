using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorIL.Numerics.Products;

/// <summary>Transposes matrices; how it is done never shows, since no arithmetic is involved.</summary>
public static class Transposition
{
    /// <summary>target[j, i] = source[i, j].</summary>
    /// <param name="source">Shape [rowCount, columnCount].</param>
    /// <param name="rowCount">Rows of the source, at least 0.</param>
    /// <param name="columnCount">Columns of the source, at least 0.</param>
    /// <param name="target">Written, shape [columnCount, rowCount]; must not overlap the source.</param>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static void Transpose(ReadOnlySpan<float> source, int rowCount, int columnCount, Span<float> target)
    {
        SpanShape.Require("source", source.Length, rowCount, columnCount);
        SpanShape.Require("target", target.Length, columnCount, rowCount);
        ref readonly var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        Transpose(in from, (nuint)columnCount, rowCount, columnCount, ref to, (nuint)rowCount);
    }

    /// <summary>The same between parts of larger matrices, whose rows are a stride apart.</summary>
    internal static void Transpose(
        ref readonly float source,
        nuint sourceStride,
        int rowCount,
        int columnCount,
        ref float target,
        nuint targetStride
    )
    {
        var (rows, columns) = WideTransposition.IsSupported ? (rowCount & ~15, columnCount & ~15) : (0, 0);
        if (rows == 0 || columns == 0)
        {
            Narrow(in source, sourceStride, rowCount, columnCount, ref target, targetStride);
            return;
        }

        WideTransposition.Transpose(in source, sourceStride, rows, columns, ref target, targetStride);
        if (columns < columnCount)
        {
            ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in source), columns);
            ref var below = ref Unsafe.Add(ref target, (nuint)columns * targetStride);
            Narrow(in right, sourceStride, rows, columnCount - columns, ref below, targetStride);
        }

        if (rows < rowCount)
        {
            ref readonly var below = ref Unsafe.Add(ref Unsafe.AsRef(in source), (nuint)rows * sourceStride);
            ref var right = ref Unsafe.Add(ref target, rows);
            Narrow(in below, sourceStride, rowCount - rows, columnCount, ref right, targetStride);
        }
    }

    private static void Narrow(
        ref readonly float source,
        nuint sourceStride,
        int rowCount,
        int columnCount,
        ref float target,
        nuint targetStride
    )
    {
        var blockRows = Avx.IsSupported ? rowCount & ~7 : 0;
        var blockColumns = Avx.IsSupported ? columnCount & ~7 : 0;
        for (var row = 0; row < rowCount; row++)
        {
            ref readonly var from = ref Unsafe.Add(ref Unsafe.AsRef(in source), (nuint)row * sourceStride);
            ref var to = ref Unsafe.Add(ref target, row);
            var column = 0;
            if (row < blockRows)
            {
                for (; column < blockColumns && (row & 7) == 0; column += 8)
                {
                    ref readonly var corner = ref Unsafe.Add(ref Unsafe.AsRef(in from), column);
                    Block(in corner, sourceStride, ref Unsafe.Add(ref to, (nuint)column * targetStride), targetStride);
                }

                column = blockColumns;
            }

            for (; column < columnCount; column++)
            {
                Unsafe.Add(ref to, (nuint)column * targetStride) = Unsafe.Add(ref Unsafe.AsRef(in from), column);
            }
        }
    }

    // Eight rows of eight: interleave neighbours, then pairs, then halves.
    private static void Block(ref readonly float source, nuint sourceStride, ref float target, nuint targetStride)
    {
        var a = Interleave(in source, 0, sourceStride);
        var b = Interleave(in source, 2 * sourceStride, sourceStride);
        var c = Interleave(in source, 4 * sourceStride, sourceStride);
        var d = Interleave(in source, 6 * sourceStride, sourceStride);
        Columns(a.Low, b.Low, c.Low, d.Low, ref target, targetStride);
        Columns(a.High, b.High, c.High, d.High, ref Unsafe.Add(ref target, 2 * targetStride), targetStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Low, Vector256<float> High) Interleave(
        ref readonly float source,
        nuint offset,
        nuint stride
    )
    {
        var even = Vector256.LoadUnsafe(in source, offset);
        var odd = Vector256.LoadUnsafe(in source, offset + stride);
        return (Avx.UnpackLow(even, odd), Avx.UnpackHigh(even, odd));
    }

    // Writes columns 0, 1, 4 and 5 counted from where target stands.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(
        Vector256<float> a,
        Vector256<float> b,
        Vector256<float> c,
        Vector256<float> d,
        ref float target,
        nuint stride
    )
    {
        var upper0 = Avx.Shuffle(a, b, 0b01_00_01_00);
        var upper1 = Avx.Shuffle(a, b, 0b11_10_11_10);
        var lower0 = Avx.Shuffle(c, d, 0b01_00_01_00);
        var lower1 = Avx.Shuffle(c, d, 0b11_10_11_10);
        Avx.Permute2x128(upper0, lower0, 0x20).StoreUnsafe(ref target);
        Avx.Permute2x128(upper1, lower1, 0x20).StoreUnsafe(ref target, stride);
        Avx.Permute2x128(upper0, lower0, 0x31).StoreUnsafe(ref target, 4 * stride);
        Avx.Permute2x128(upper1, lower1, 0x31).StoreUnsafe(ref target, 5 * stride);
    }
}
