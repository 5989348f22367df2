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

    /// <summary>C = initial + A B, or C = A B where initial is empty; columnCount is at least one vector.</summary>
    /// <remarks>
    /// The last vectors of a row overlap earlier ones instead of going past the end: elements computed twice get the
    /// same bits twice. For that, all steps of two vectors are done before the next two.
    /// </remarks>
    public static void Multiply<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (rowCount >= PackedRowCountMin && operands.RightStride >= PackedStrideMin)
        {
            Span<float> panel = stackalloc float[StepCountMax * 2 * (int)TLanes.Count];
            MultiplyColumns<TLanes, TVector>(in operands, rowCount, columnCount, initial, panel);
        }
        else
        {
            MultiplyColumns<TLanes, TVector>(in operands, rowCount, columnCount, initial, []);
        }
    }

    /// <summary>C += A B, columnCount being a multiple of two vectors.</summary>
    public static void Accumulate<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var right = ref operands.RightRow(0);
        for (nuint column = 0; column < columnCount; column += 2 * TLanes.Count)
        {
            var block = new TileBlock(in At(in right, column), in At(in right, column + TLanes.Count))
            {
                RightStride = operands.RightStride,
                First = column,
                Second = column + TLanes.Count,
                Start = 0,
                StepCount = operands.StepCount,
                Resumes = true,
            };
            MultiplyRows<TLanes, TVector>(in operands, in block, default, default, rowCount);
        }
    }

    private static void MultiplyColumns<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial,
        Span<float> panel
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
            nuint start = 0;
            do
            {
                var stepCount = nuint.Min(operands.StepCount - start, StepCountMax);
                var block = panel.IsEmpty
                    ? Block(in operands, first, second, start, stepCount)
                    : Pack<TLanes, TVector>(in operands, first, second, start, stepCount, panel);
                MultiplyRows<TLanes, TVector>(in operands, in block, initialFirst, initialSecond, rowCount);
                start += stepCount;
            } while (start < operands.StepCount);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TileBlock Block(
        in ProductOperands operands,
        nuint first,
        nuint second,
        nuint start,
        nuint stepCount
    )
    {
        ref readonly var row = ref operands.RightRow(start);
        return new(in At(in row, first), in At(in row, second))
        {
            RightStride = operands.RightStride,
            First = first,
            Second = second,
            Start = start,
            StepCount = stepCount,
            Resumes = start > 0,
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
            ref readonly var row = ref operands.RightRow(step);
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
            Resumes = start > 0,
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
