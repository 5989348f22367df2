using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>Matrix products with the widest vectors the machine has and the shape fills.</summary>
internal static class MatrixProduct
{
    /// <summary>C = initial + A B, or C = A B where initial is empty; C += A B where the operands say so.</summary>
    /// <param name="operands">References and strides of A [rowCount, steps], B [steps, columnCount], C.</param>
    /// <param name="rowCount">Rows of A and C, at least 1.</param>
    /// <param name="columnCount">Columns of B and C, at least 1.</param>
    /// <param name="initial">Initial value of each column, shape [columnCount], or empty for 0.</param>
    public static void Multiply(in ProductOperands operands, int rowCount, int columnCount, ReadOnlySpan<float> initial)
    {
        var narrow = columnCount <= NarrowProduct.ColumnCountMax && rowCount >= NarrowProduct.RowCountMin;
        if (narrow)
        {
            Narrow(in operands, rowCount, columnCount, initial);
        }
        else
        {
            Columns(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        }
    }

    private static void Narrow(in ProductOperands operands, int rowCount, int columnCount, ReadOnlySpan<float> initial)
    {
        var (rows, columns) = ((nuint)rowCount, (nuint)columnCount);
        if (Vector512.IsHardwareAccelerated)
        {
            NarrowProduct.Multiply<Lanes512, Vector512<float>>(in operands, rows, columns, initial);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            NarrowProduct.Multiply<Lanes256, Vector256<float>>(in operands, rows, columns, initial);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            NarrowProduct.Multiply<Lanes128, Vector128<float>>(in operands, rows, columns, initial);
        }
        else
        {
            TiledProduct.Multiply<Lanes1, float>(in operands, rows, 0, columns, initial);
        }
    }

    // Each width leaves fewer columns than it has lanes to the next one, so that no column is done twice.
    private static void Columns(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial
    )
    {
        nuint done = 0;
        if (Vector512.IsHardwareAccelerated && columnCount >= Lanes512.Count)
        {
            done = WideProduct.Multiply<Lanes512, Vector512<float>>(in operands, rowCount, columnCount, initial);
            done = TiledProduct.Multiply<Lanes512, Vector512<float>>(in operands, rowCount, done, columnCount, initial);
        }

        if (Vector256.IsHardwareAccelerated && columnCount - done >= Lanes256.Count)
        {
            done = TiledProduct.Multiply<Lanes256, Vector256<float>>(in operands, rowCount, done, columnCount, initial);
        }

        if (Vector128.IsHardwareAccelerated && columnCount - done >= Lanes128.Count)
        {
            done = TiledProduct.Multiply<Lanes128, Vector128<float>>(in operands, rowCount, done, columnCount, initial);
        }

        if (done < columnCount)
        {
            TiledProduct.Multiply<Lanes1, float>(in operands, rowCount, done, columnCount, initial);
        }
    }
}
