using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>Tiles a matrix product over the widest vectors the machine has and the columns fill.</summary>
internal static class MatrixProduct
{
    /// <summary>C = initial + A B, or C = A B where initial is empty.</summary>
    /// <param name="operands">References and strides of A [rowCount, steps], B [steps, columnCount], C.</param>
    /// <param name="rowCount">Rows of A and C, at least 1.</param>
    /// <param name="columnCount">Columns of B and C, at least 1.</param>
    /// <param name="initial">Initial value of each column, shape [columnCount], or empty for 0.</param>
    public static void Multiply(
        in ProductOperands operands,
        int rowCount,
        int columnCount,
        ReadOnlySpan<float> initial
    )
    {
        if (Vector512.IsHardwareAccelerated && columnCount >= Vector512<float>.Count)
        {
            Multiply<Lanes512, Vector512<float>>(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        }
        else if (Vector256.IsHardwareAccelerated && columnCount >= Vector256<float>.Count)
        {
            Multiply<Lanes256, Vector256<float>>(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        }
        else if (Vector128.IsHardwareAccelerated && columnCount >= Vector128<float>.Count)
        {
            Multiply<Lanes128, Vector128<float>>(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        }
        else
        {
            Multiply<Lanes1, float>(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        }
    }

    /// <summary>The same with a given width; columnCount must be at least one vector.</summary>
    /// <remarks>The last vectors of a row overlap earlier ones instead of going past the end: elements computed twice
    /// get the same bits twice.</remarks>
    internal static void Multiply<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var firstMax = columnCount - TLanes.Count;
        for (nuint column = 0; column < columnCount; column += 2 * TLanes.Count)
        {
            var first = nuint.Min(column, firstMax);
            var second = nuint.Min(column + TLanes.Count, firstMax);
            var initialFirst = initial.IsEmpty ? default : TLanes.Load(in initial[0], first);
            var initialSecond = initial.IsEmpty ? default : TLanes.Load(in initial[0], second);
            nuint row = 0;
            while (row < rowCount)
            {
                var place = new ProductPlace(row, rowCount - 1, first, second);
                if (TakesFour(rowCount - row))
                {
                    ProductTile.Four<TLanes, TVector>(in operands, in place, initialFirst, initialSecond);
                    row += 4;
                }
                else
                {
                    ProductTile.Six<TLanes, TVector>(in operands, in place, initialFirst, initialSecond);
                    row += 6;
                }
            }
        }
    }

    // Chosen so that every count from 8 on ends with at most two rows computed in vain, and 4, 8, 16, 64, 128 with none.
    private static bool TakesFour(nuint remaining) => remaining is <= 4 or 7 or 8;
}
