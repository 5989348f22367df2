using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>Sums of the columns of a matrix, row after row, in order.</summary>
internal static class ColumnSums
{
    /// <summary>sums[j] = ((m[0, j] + m[1, j]) + m[2, j]) + ..., starting from 0.</summary>
    /// <param name="matrix">Shape [rowCount, sums.Length].</param>
    /// <param name="rowCount">Rows, at least 0.</param>
    /// <param name="sums">Written.</param>
    public static void Sum(ReadOnlySpan<float> matrix, int rowCount, Span<float> sums)
    {
        var columnCount = sums.Length;
        var column = 0;
        for (; column <= columnCount - 32; column += 32)
        {
            SumFour(matrix, rowCount, column, sums);
        }

        for (; column <= columnCount - 8; column += 8)
        {
            SumOne(matrix, rowCount, column, sums);
        }

        for (; column < columnCount; column++)
        {
            var sum = 0f;
            for (var i = column; i < matrix.Length; i += columnCount)
            {
                sum += matrix[i];
            }

            sums[column] = sum;
        }
    }

    // Four vectors at once: one alone would wait for the latency of each addition.
    private static void SumFour(ReadOnlySpan<float> matrix, int rowCount, int column, Span<float> sums)
    {
        ref var first = ref MemoryMarshal.GetReference(matrix);
        var (s0, s1) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var offset = (nuint)column;
        for (var row = 0; row < rowCount; row++)
        {
            s0 += Vector256.LoadUnsafe(ref first, offset);
            s1 += Vector256.LoadUnsafe(ref first, offset + 8);
            s2 += Vector256.LoadUnsafe(ref first, offset + 16);
            s3 += Vector256.LoadUnsafe(ref first, offset + 24);
            offset += (nuint)sums.Length;
        }

        s0.CopyTo(sums[column..]);
        s1.CopyTo(sums[(column + 8)..]);
        s2.CopyTo(sums[(column + 16)..]);
        s3.CopyTo(sums[(column + 24)..]);
    }

    private static void SumOne(ReadOnlySpan<float> matrix, int rowCount, int column, Span<float> sums)
    {
        ref var first = ref MemoryMarshal.GetReference(matrix);
        var sum = Vector256<float>.Zero;
        var offset = (nuint)column;
        for (var row = 0; row < rowCount; row++)
        {
            sum += Vector256.LoadUnsafe(ref first, offset);
            offset += (nuint)sums.Length;
        }

        sum.CopyTo(sums[column..]);
    }
}
