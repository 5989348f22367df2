using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorIL.Numerics.Products;

/// <summary>
/// Products with fewer columns than a vector has lanes, such as the heads of networks, computed as Cᵀ = Bᵀ Aᵀ so that
/// the vectors run along the rows of C instead.
/// </summary>
internal static class NarrowProduct
{
    /// <summary>Most columns for which this way is the faster one.</summary>
    public const int ColumnCountMax = 7;

    /// <summary>Fewest rows for which it is.</summary>
    public const int RowCountMin = 16;

    // A panel of Aᵀ, small enough to live on the stack and in the first-level cache, wide enough for four vectors of any
    // width.
    private const int PanelWidth = 64;
    private const int PanelStepCount = 32;

    /// <summary>C = initial + A B, or C = A B where initial is empty.</summary>
    public static void Multiply<TLanes, TVector>(
        in ProductOperands operands,
        nuint rowCount,
        nuint columnCount,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Span<float> panel = stackalloc float[PanelStepCount * PanelWidth];
        Span<float> sums = stackalloc float[ColumnCountMax * PanelWidth];
        for (nuint top = 0; top < rowCount; top += PanelWidth)
        {
            var width = (int)nuint.Min(rowCount - top, PanelWidth);
            for (var column = 0; column < (int)columnCount; column++)
            {
                var part = sums.Slice(column * PanelWidth, PanelWidth);
                part.Fill(initial.IsEmpty ? 0f : initial[column]);
                for (var row = 0; row < width && operands.Resumes; row++)
                {
                    part[row] = operands.ResultElement(top + (nuint)row, (nuint)column);
                }
            }

            for (nuint start = 0; start < operands.StepCount; start += PanelStepCount)
            {
                var stepCount = nuint.Min(operands.StepCount - start, PanelStepCount);
                if (operands.LeftRowStride == 1 && width == PanelWidth)
                {
                    ref readonly var part = ref operands.LeftElement(top, start);
                    var run = Transposed(in operands, start, stepCount, in part, operands.LeftStepStride, sums);
                    Accumulate<TLanes, TVector>(in run, columnCount);
                }
                else
                {
                    Pack(in operands, top, width, start, (int)stepCount, panel);
                    ref readonly var part = ref MemoryMarshal.GetReference(panel);
                    var run = Transposed(in operands, start, stepCount, in part, PanelWidth, sums);
                    Accumulate<TLanes, TVector>(in run, columnCount);
                }
            }

            Scatter(in operands, top, width, (int)columnCount, sums);
        }
    }

    // panel[step, row] = A[top + row, start + step]; what lies beyond the last row is left over and computed in vain.
    private static void Pack(
        in ProductOperands operands,
        nuint top,
        int width,
        nuint start,
        int stepCount,
        Span<float> panel
    )
    {
        ref readonly var source = ref operands.LeftElement(top, start);
        ref var target = ref MemoryMarshal.GetReference(panel);
        if (operands.LeftStepStride == 1)
        {
            Transposition.Transpose(in source, operands.LeftRowStride, width, stepCount, ref target, PanelWidth);
            return;
        }

        for (var step = 0; step < stepCount; step++)
        {
            ref readonly var from = ref operands.LeftElement(top, start + (nuint)step);
            var row = panel.Slice(step * PanelWidth, width);
            MemoryMarshal.CreateReadOnlySpan(in from, width).CopyTo(row);
        }
    }

    // Cᵀ += Bᵀ Aᵀ over a run of steps, Aᵀ being at right.
    private static ProductOperands Transposed(
        in ProductOperands operands,
        nuint start,
        nuint stepCount,
        ref readonly float right,
        nuint rightStride,
        Span<float> sums
    ) =>
        new(in operands.RightElement(start, 0), in right, ref MemoryMarshal.GetReference(sums))
        {
            StepCount = stepCount,
            LeftRowStride = 1,
            LeftStepStride = operands.RightStride,
            RightStride = rightStride,
            ResultStride = PanelWidth,
            Resumes = true,
        };

    private static void Accumulate<TLanes, TVector>(in ProductOperands run, nuint columnCount)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (TLanes.Count * 4 == PanelWidth)
        {
            WideProduct.Multiply<TLanes, TVector>(in run, columnCount, PanelWidth, []);
        }
        else
        {
            TiledProduct.Multiply<TLanes, TVector>(in run, columnCount, 0, PanelWidth, []);
        }
    }

    private static void Scatter(
        in ProductOperands operands,
        nuint top,
        int width,
        int columnCount,
        ReadOnlySpan<float> sums
    )
    {
        for (var row = 0; row < width; row++)
        {
            ref var target = ref operands.ResultRow(top + (nuint)row);
            for (var column = 0; column < columnCount; column++)
            {
                Unsafe.Add(ref target, column) = sums[(column * PanelWidth) + row];
            }
        }
    }
}
