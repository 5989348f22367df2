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
        var blockRows = Avx.IsSupported ? rowCount & ~7 : 0;
        var blockColumns = Avx.IsSupported ? columnCount & ~7 : 0;
        for (var row = 0; row < blockRows; row += 8)
        {
            for (var column = 0; column < blockColumns; column += 8)
            {
                Block(
                    in source[(row * columnCount) + column],
                    (nuint)columnCount,
                    ref target[(column * rowCount) + row],
                    (nuint)rowCount
                );
            }
        }

        Edge(source, target, new(0, blockRows, blockColumns, columnCount), rowCount, columnCount);
        Edge(source, target, new(blockRows, rowCount, 0, columnCount), rowCount, columnCount);
    }

    private static void Edge(
        ReadOnlySpan<float> source,
        Span<float> target,
        Rectangle part,
        int rowCount,
        int columnCount
    )
    {
        for (var row = part.Top; row < part.Bottom; row++)
        {
            for (var column = part.Left; column < part.Right; column++)
            {
                target[(column * rowCount) + row] = source[(row * columnCount) + column];
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

    private readonly record struct Rectangle(int Top, int Bottom, int Left, int Right);
}
