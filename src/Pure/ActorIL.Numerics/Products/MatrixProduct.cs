using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>Matrix products with the widest vectors the machine has and the shape fills.</summary>
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
        var narrow = columnCount <= NarrowProduct.ColumnCountMax && rowCount >= NarrowProduct.RowCountMin;
        var width = narrow ? rowCount : columnCount;
        if (Vector512.IsHardwareAccelerated && width >= Vector512<float>.Count)
        {
            Multiply<Lanes512, Vector512<float>>(in operands, rowCount, columnCount, initial, narrow);
        }
        else if (Vector256.IsHardwareAccelerated && width >= Vector256<float>.Count)
        {
            Multiply<Lanes256, Vector256<float>>(in operands, rowCount, columnCount, initial, narrow);
        }
        else if (Vector128.IsHardwareAccelerated && width >= Vector128<float>.Count)
        {
            Multiply<Lanes128, Vector128<float>>(in operands, rowCount, columnCount, initial, narrow);
        }
        else
        {
            Multiply<Lanes1, float>(in operands, rowCount, columnCount, initial, narrow: false);
        }
    }

    private static void Multiply<TLanes, TVector>(
        in ProductOperands operands,
        int rowCount,
        int columnCount,
        ReadOnlySpan<float> initial,
        bool narrow
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (narrow)
        {
            NarrowProduct.Multiply<TLanes, TVector>(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        }
        else
        {
            TiledProduct.Multiply<TLanes, TVector>(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        }
    }
}
