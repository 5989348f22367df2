using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>
/// Large matrix products: a panel of columns at a time, as many steps at a time as the first-level cache holds of B,
/// all rows over them.
/// </summary>
/// <remarks>
/// Each element of C takes its steps in order, one fused multiply-add each; between blocks of steps the sums rest in C.
/// So the bits are those of <see cref="TiledProduct"/>, at every width.
/// </remarks>
internal static class PanelProduct
{
    // Steps whose part of B, at most 32 KiB, stays in the first-level cache while all rows pass over it.
    private const int StepCountMax = 128;
    private const int BlockLength = StepCountMax * PanelWidthMax;

    private const int PanelWidthMax = 64;

    // Panels of four vectors want 32 registers: only the widest vectors come with so many.
    private const int WideLaneCount = 16;

    // 64 bytes: blocks begin on a cache line, so that no vector lies on two.
    private const int LineLength = 16;

    /// <summary>C = initial + A B, C = A B where initial is empty, or C += A B where the operands resume.</summary>
    /// <param name="operands">References and strides.</param>
    /// <param name="rowCount">Rows of A and C, at least 1.</param>
    /// <param name="columnCount">Columns of B and C, at least 1.</param>
    /// <param name="initial">Initial value of each column, shape [columnCount], or empty for 0.</param>
    public static void Multiply(in PanelOperands operands, int rowCount, int columnCount, ReadOnlySpan<float> initial)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply<Lanes512, Vector512<float>>(in operands, rowCount, columnCount, initial);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Multiply<Lanes256, Vector256<float>>(in operands, rowCount, columnCount, initial);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Multiply<Lanes128, Vector128<float>>(in operands, rowCount, columnCount, initial);
        }
        else
        {
            Multiply<Lanes1, float>(in operands, rowCount, columnCount, initial);
        }
    }

    /// <summary>The same with vectors of one width.</summary>
    public static void Multiply<TLanes, TVector>(
        in PanelOperands operands,
        int rowCount,
        int columnCount,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Room for copies costs its clearing, so that what needs none has none.
        var inPlace = !operands.PacksRight && operands.RightColumnStride == 1;
        if (inPlace && columnCount % (2 * (int)TLanes.Count) == 0)
        {
            MultiplyPanels<TLanes, TVector>(in operands, rowCount, columnCount, initial, []);
        }
        else
        {
            Span<float> buffer = stackalloc float[BlockLength + LineLength];
            MultiplyPanels<TLanes, TVector>(in operands, rowCount, columnCount, initial, Aligned(buffer));
        }
    }

    private static void MultiplyPanels<TLanes, TVector>(
        in PanelOperands operands,
        int rowCount,
        int columnCount,
        ReadOnlySpan<float> initial,
        Span<float> buffer
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Span<float> start = stackalloc float[PanelWidthMax];
        var laneCount = (int)TLanes.Count;
        var panel = new ColumnPanel(0, 0, 0);
        for (var column = 0; column < columnCount; column += panel.Width)
        {
            var rest = columnCount - column;
            var width = laneCount * (laneCount == WideLaneCount && rest > 2 * laneCount ? 4 : 2);
            panel = new(column, int.Min(width, rest), width);
            if (!initial.IsEmpty)
            {
                start.Clear();
                initial.Slice(column, panel.ColumnCount).CopyTo(start);
            }

            MultiplySteps<TLanes, TVector>(in operands, in panel, rowCount, in start[0], buffer);
        }
    }

    // Blocks of whole runs, or parts of one where it alone is too long.
    private static void MultiplySteps<TLanes, TVector>(
        in PanelOperands operands,
        in ColumnPanel panel,
        int rowCount,
        ref readonly float initial,
        Span<float> buffer
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        nuint lengthMax = StepCountMax;
        var partCount = (operands.StepCount + lengthMax - 1) / lengthMax;
        var partLength = (operands.StepCount + partCount - 1) / partCount;
        var blockRunCount = nuint.Max(1, lengthMax / operands.StepCount);
        for (nuint run = 0; run < operands.RunCount; run += blockRunCount)
        {
            var runCount = nuint.Min(blockRunCount, operands.RunCount - run);
            for (nuint step = 0; step < operands.StepCount; step += partLength)
            {
                var stepCount = nuint.Min(partLength, operands.StepCount - step);
                var first = (run * operands.StepCount) + step;
                ref readonly var right = ref operands.RightElement(first, (nuint)panel.Column);
                var rightStride = operands.RightStride;
                if (operands.PacksRight || operands.RightColumnStride != 1 || panel.IsPartial)
                {
                    PanelPacking.Pack(in operands, in right, (int)(runCount * stepCount), in panel, buffer);
                    right = ref MemoryMarshal.GetReference(buffer);
                    rightStride = (nuint)panel.Width;
                }

                ref var result = ref Unsafe.Add(ref operands.ResultRow(0), panel.Column);
                var block = new PanelOperands(in operands.LeftStep(run, step), in right, ref result)
                {
                    LeftRows = operands.LeftRows,
                    ResultRows = operands.ResultRows,
                    RunCount = runCount,
                    StepCount = stepCount,
                    LeftStride = operands.LeftStride,
                    LeftRunStride = operands.LeftRunStride,
                    RightStride = rightStride,
                    Resumes = operands.Resumes || first > 0,
                };
                PanelRows.Multiply<TLanes, TVector>(in block, in panel, in initial, (nuint)rowCount);
            }
        }
    }

    private static Span<float> Aligned(Span<float> buffer)
    {
        ref var start = ref Unsafe.NullRef<float>();
        var address = Unsafe.ByteOffset(ref start, ref MemoryMarshal.GetReference(buffer)) / sizeof(float);
        return buffer.Slice((int)(-address & (LineLength - 1)), BlockLength);
    }
}
