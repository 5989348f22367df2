using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>Sums of the columns of a matrix, row after row, in order.</summary>
internal static class ColumnSums
{
    /// <summary>sums[j] = ((start[j] + m[0, j]) + m[1, j]) + ..., start being 0 or what the sums hold.</summary>
    /// <param name="matrix">Shape [rowCount, sums.Length].</param>
    /// <param name="rowCount">Rows, at least 0.</param>
    /// <param name="sums">Written.</param>
    /// <param name="resumes">Whether they go on from what they hold.</param>
    public static void Sum(ReadOnlySpan<float> matrix, int rowCount, Span<float> sums, bool resumes = false)
    {
        if (!resumes)
        {
            sums.Clear();
        }

        nuint done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = Quads<Lanes512, Vector512<float>>(matrix, rowCount, done, sums);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            done = Quads<Lanes256, Vector256<float>>(matrix, rowCount, done, sums);
            done = Singles<Lanes256, Vector256<float>>(matrix, rowCount, done, sums);
        }

        Singles<Lanes1, float>(matrix, rowCount, done, sums);
    }

    // Four vectors at once: one alone would wait for the latency of each addition.
    private static nuint Quads<TLanes, TVector>(
        ReadOnlySpan<float> matrix,
        int rowCount,
        nuint column,
        Span<float> sums
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var first = ref MemoryMarshal.GetReference(matrix);
        var columnCount = (nuint)sums.Length;
        for (; column + (4 * TLanes.Count) <= columnCount; column += 4 * TLanes.Count)
        {
            ref var target = ref sums[(int)column];
            var s0 = TLanes.Load(in target, 0);
            var s1 = TLanes.Load(in target, TLanes.Count);
            var s2 = TLanes.Load(in target, 2 * TLanes.Count);
            var s3 = TLanes.Load(in target, 3 * TLanes.Count);
            var offset = column;
            for (var row = 0; row < rowCount; row++)
            {
                s0 = TLanes.Add(s0, TLanes.Load(in first, offset));
                s1 = TLanes.Add(s1, TLanes.Load(in first, offset + TLanes.Count));
                s2 = TLanes.Add(s2, TLanes.Load(in first, offset + (2 * TLanes.Count)));
                s3 = TLanes.Add(s3, TLanes.Load(in first, offset + (3 * TLanes.Count)));
                offset += columnCount;
            }

            TLanes.Store(s0, ref target, 0);
            TLanes.Store(s1, ref target, TLanes.Count);
            TLanes.Store(s2, ref target, 2 * TLanes.Count);
            TLanes.Store(s3, ref target, 3 * TLanes.Count);
        }

        return column;
    }

    private static nuint Singles<TLanes, TVector>(
        ReadOnlySpan<float> matrix,
        int rowCount,
        nuint column,
        Span<float> sums
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var first = ref MemoryMarshal.GetReference(matrix);
        var columnCount = (nuint)sums.Length;
        for (; column + TLanes.Count <= columnCount; column += TLanes.Count)
        {
            ref var target = ref sums[(int)column];
            var sum = TLanes.Load(in target, 0);
            var offset = column;
            for (var row = 0; row < rowCount; row++)
            {
                sum = TLanes.Add(sum, TLanes.Load(in first, offset));
                offset += columnCount;
            }

            TLanes.Store(sum, ref target, 0);
        }

        return column;
    }
}
