using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorIL.Numerics.Products;

/// <summary>All rows of a product over one block of B, tile after tile.</summary>
internal static class PanelRows
{
    private const int TileRowCount = 6;
    private const int PanelWidthMax = 64;

    /// <summary>C = initial + A B over a block, or C += A B where the operands resume.</summary>
    /// <param name="block">References and strides at the block's first step and column.</param>
    /// <param name="panel">The block's columns.</param>
    /// <param name="initial">The first of as many initial values as the panel is wide.</param>
    /// <param name="rowCount">Rows of A and C, at least 1.</param>
    public static void Multiply<TLanes, TVector>(
        in PanelOperands block,
        in ColumnPanel panel,
        ref readonly float initial,
        nuint rowCount
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var wide = panel.Width > 2 * (int)TLanes.Count;
        if (panel.IsPartial)
        {
            Partial<TLanes, TVector>(in block, in panel, in initial, rowCount, wide);
            return;
        }

        nuint row = 0;
        while (row < rowCount)
        {
            row += Tile<TLanes, TVector>(in block, in initial, row, rowCount, wide);
        }
    }

    // Tiles are computed beside C, since they are wider than what is left of it.
    private static void Partial<TLanes, TVector>(
        in PanelOperands block,
        in ColumnPanel panel,
        ref readonly float initial,
        nuint rowCount,
        bool wide
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Span<float> sums = stackalloc float[TileRowCount * PanelWidthMax];
        var beside = new PanelOperands(in block.LeftRow(0), in block.RightElement(0, 0), ref sums[0])
        {
            LeftRows = block.LeftRows,
            ResultRows = new(TileRowCount, (nuint)panel.Width, 0),
            RunCount = block.RunCount,
            StepCount = block.StepCount,
            LeftStride = block.LeftStride,
            LeftRunStride = block.LeftRunStride,
            RightStride = block.RightStride,
            Resumes = block.Resumes,
        };
        nuint row = 0;
        while (row < rowCount)
        {
            var end = nuint.Min(row + TileRowCount, rowCount);
            for (var each = row; block.Resumes && each < end; each++)
            {
                Result(in block, in panel, each).CopyTo(Result(in beside, in panel, each));
            }

            var count = Tile<TLanes, TVector>(in beside, in initial, row, rowCount, wide);
            end = nuint.Min(row + count, rowCount);
            for (; row < end; row++)
            {
                Result(in beside, in panel, row).CopyTo(Result(in block, in panel, row));
            }
        }
    }

    private static Span<float> Result(in PanelOperands operands, in ColumnPanel panel, nuint row) =>
        MemoryMarshal.CreateSpan(ref operands.ResultRow(row), panel.ColumnCount);

    // One tile of four or six rows; those past the last repeat it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Tile<TLanes, TVector>(
        in PanelOperands operands,
        ref readonly float initial,
        nuint row,
        nuint rowCount,
        bool wide
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var last = rowCount - 1;

        // Every count from 8 on ends with at most two rows computed in vain.
        if (rowCount - row is <= 4 or 7 or 8)
        {
            if (wide)
            {
                WidePanelTile.Four<TLanes, TVector>(in operands, in initial, row, last);
            }
            else
            {
                SlimPanelTile.Four<TLanes, TVector>(in operands, in initial, row, last);
            }

            return 4;
        }

        if (wide)
        {
            WidePanelTile.Six<TLanes, TVector>(in operands, in initial, row, last);
        }
        else
        {
            SlimPanelTile.Six<TLanes, TVector>(in operands, in initial, row, last);
        }

        return TileRowCount;
    }
}
