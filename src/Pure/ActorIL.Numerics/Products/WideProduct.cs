using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>
/// The columns of a matrix product in blocks of four vectors, where there are 32 vector registers: 64 columns at a time,
/// a run of steps at a time, all rows over it.
/// </summary>
internal static class WideProduct
{
    // A run of steps this long keeps its part of B, and the rows of A and C that meet it, in the first-level cache.
    private const int StepCountMax = 128;

    // Rows of B this far apart, in floats, fall into too few sets of that cache; copying them side by side pays from so
    // many rows on.
    private const int PackedStrideMin = 128;
    private const int PackedRowCountMin = 24;

    /// <summary>Whether it does all columns: only then may the operands have tangents.</summary>
    public static bool Covers(int columnCount) =>
        Vector512.IsHardwareAccelerated && (nuint)columnCount % VectorQuad<Lanes512, Vector512<float>>.Count == 0;

    /// <summary>Does all whole blocks of columns.</summary>
    /// <returns>How many columns those are; the others are left as they were.</returns>
    public static nuint Multiply<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var packs = rowCount >= PackedRowCountMin && operands.RightStride >= PackedStrideMin;
        return packs && columnCount >= VectorQuad<TLanes, TVector>.Count
            ? Packed<TLanes, TVector>(in operands, rowCount, columnCount, initial)
            : Blocks<TLanes, TVector>(in operands, rowCount, columnCount, initial, []);
    }

    private static nuint Packed<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Span<float> panel = stackalloc float[StepCountMax * (int)VectorQuad<TLanes, TVector>.Count];
        return Blocks<TLanes, TVector>(in operands, rowCount, columnCount, initial, panel);
    }

    private static nuint Blocks<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial,
        Span<float> panel
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var first = ref initial.IsEmpty
            ? ref Unsafe.NullRef<float>()
            : ref MemoryMarshal.GetReference(initial);
        nuint column = 0;
        for (; column + VectorQuad<TLanes, TVector>.Count <= columnCount; column += VectorQuad<TLanes, TVector>.Count)
        {
            nuint start = 0;
            do
            {
                ref readonly var right = ref operands.RightElement(start, column);
                var stepCount = nuint.Min(operands.StepCount - start, StepCountMax);
                if (!panel.IsEmpty)
                {
                    Pack<TLanes, TVector>(in right, operands.RightStride, stepCount, panel);
                    right = ref MemoryMarshal.GetReference(panel);
                }

                var block = new WideBlock(in right, in first)
                {
                    RightStride = panel.IsEmpty ? operands.RightStride : VectorQuad<TLanes, TVector>.Count,
                    Column = column,
                    Start = start,
                    StepCount = stepCount,
                    Resumes = operands.Resumes || start > 0,
                    EndsInSlopes = operands.HasTangents && start + stepCount == operands.StepCount,
                };
                Rows<TLanes, TVector>(in operands, in block, rowCount);
                start += stepCount;
            } while (start < operands.StepCount);
        }

        return column;
    }

    private static void Pack<TLanes, TVector>(
        ref readonly float right,
        nuint rightStride,
        nuint stepCount,
        Span<float> panel
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref var target = ref MemoryMarshal.GetReference(panel);
        for (nuint step = 0; step < stepCount; step++)
        {
            VectorQuad<TLanes, TVector>
                .Load(in right, step * rightStride)
                .Store(ref target, step * VectorQuad<TLanes, TVector>.Count);
        }
    }

    private static void Rows<TLanes, TVector>(in ProductOperands operands, in WideBlock block, nuint rowCount)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (block.StepCount is > 0 and <= ShortTile.StepCountMax)
        {
            ShortTile.Rows<TLanes, TVector>(in operands, in block, rowCount);
            return;
        }

        var last = rowCount - 1;
        for (nuint row = 0; row < rowCount; )
        {
            var remaining = rowCount - row;
            if (remaining <= 2)
            {
                WideTile.Two<TLanes, TVector>(in operands, in block, row, last);
                row += 2;
            }
            else if (TakesFour(remaining))
            {
                WideTile.Four<TLanes, TVector>(in operands, in block, row, last);
                row += 4;
            }
            else
            {
                WideTile.Six<TLanes, TVector>(in operands, in block, row, last);
                row += 6;
            }
        }
    }

    // Every count from 8 on ends with at most one row computed in vain.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakesFour(nuint remaining) => remaining is <= 4 or 7 or 8;
}
