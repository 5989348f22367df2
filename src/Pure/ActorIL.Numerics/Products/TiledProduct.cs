using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// A matrix product as tiles: two vectors of columns at a time, a run of steps at a time, all rows over it.
/// </summary>
internal static class TiledProduct
{
    // A run of steps this long keeps its part of B in the first-level cache while all rows pass over it.
    private const int StepCountMax = 128;

    // Rows of B this far apart, in floats, fall into too few sets of that cache; copying them side by side pays from so
    // many rows on.
    private const int PackedStrideMin = 128;
    private const int PackedRowCountMin = 24;

    /// <summary>C = initial + A B, or C = A B where initial is empty; C += A B where the operands say so.</summary>
    /// <param name="operands">A, B and C.</param>
    /// <param name="rowCount">Rows of A and C, at least 1.</param>
    /// <param name="firstColumn">The columns before it are left as they are.</param>
    /// <param name="columnCount">Columns of B and C.</param>
    /// <param name="initial">Shape [columnCount] or empty.</param>
    /// <returns>The first column that is left: fewer remain than a vector has lanes.</returns>
    /// <remarks>
    /// The last two vectors may overlap each other, never any other: elements computed twice in one tile start from the
    /// same values and get the same bits.
    /// </remarks>
    public static nuint Multiply<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint firstColumn,
        nuint columnCount,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (rowCount >= PackedRowCountMin && operands.RightStride >= PackedStrideMin)
        {
            Span<float> panel = stackalloc float[StepCountMax * 2 * (int)TLanes.Count];
            return MultiplyColumns<TLanes, TVector>(in operands, rowCount, firstColumn, columnCount, initial, panel);
        }

        return MultiplyColumns<TLanes, TVector>(in operands, rowCount, firstColumn, columnCount, initial, []);
    }

    private static nuint MultiplyColumns<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint firstColumn,
        nuint columnCount,
        ReadOnlySpan<float> initial,
        Span<float> panel
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var column = firstColumn;
        for (; column + TLanes.Count <= columnCount; column += 2 * TLanes.Count)
        {
            var second = nuint.Min(column + TLanes.Count, columnCount - TLanes.Count);
            var initialFirst = initial.IsEmpty ? default : TLanes.Load(in initial[0], column);
            var initialSecond = initial.IsEmpty ? default : TLanes.Load(in initial[0], second);
            nuint start = 0;
            do
            {
                var stepCount = nuint.Min(operands.StepCount - start, StepCountMax);
                var block = panel.IsEmpty
                    ? Block(in operands, column, second, start, stepCount)
                    : Pack<TLanes, TVector>(in operands, column, second, start, stepCount, panel);
                MultiplyRows<TLanes, TVector>(in operands, in block, initialFirst, initialSecond, rowCount);
                start += stepCount;
            } while (start < operands.StepCount);
        }

        return nuint.Min(column, columnCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TileBlock Block(in ProductOperands operands, nuint first, nuint second, nuint start, nuint stepCount)
    {
        ref readonly var row = ref operands.RightElement(start, 0);
        return new(in At(in row, first), in At(in row, second))
        {
            RightStride = operands.RightStride,
            First = first,
            Second = second,
            Start = start,
            StepCount = stepCount,
            Resumes = operands.Resumes || start > 0,
        };
    }

    // The two vectors of every step side by side.
    private static TileBlock Pack<TLanes, TVector>(
        in ProductOperands operands,
        nuint first,
        nuint second,
        nuint start,
        nuint stepCount,
        Span<float> panel
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref var target = ref MemoryMarshal.GetReference(panel);
        nuint offset = 0;
        for (var step = start; step < start + stepCount; step++)
        {
            ref readonly var row = ref operands.RightElement(step, 0);
            TLanes.Store(TLanes.Load(in row, first), ref target, offset);
            TLanes.Store(TLanes.Load(in row, second), ref target, offset + TLanes.Count);
            offset += 2 * TLanes.Count;
        }

        return new(in target, in At(in target, TLanes.Count))
        {
            RightStride = 2 * TLanes.Count,
            First = first,
            Second = second,
            Start = start,
            StepCount = stepCount,
            Resumes = operands.Resumes || start > 0,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly float At(ref readonly float reference, nuint offset) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in reference), offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyRows<TLanes, TVector>(
        in ProductOperands operands,
        in TileBlock block,
        TVector initialFirst,
        TVector initialSecond,
        nuint rowCount
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var last = rowCount - 1;
        nuint row = 0;
        while (row < rowCount)
        {
            if (TakesFour(rowCount - row))
            {
                ProductTile.Four<TLanes, TVector>(in operands, in block, initialFirst, initialSecond, row, last);
                row += 4;
            }
            else
            {
                ProductTile.Six<TLanes, TVector>(in operands, in block, initialFirst, initialSecond, row, last);
                row += 6;
            }
        }
    }

    // Every count from 8 on ends with at most two rows computed in vain, and 4, 8, 16, 64 and 128 with none.
    private static bool TakesFour(nuint remaining) => remaining is <= 4 or 7 or 8;
}
