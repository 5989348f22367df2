using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorIL.Numerics.Products;

/// <summary>Copies a block of B into a panel, step after step; columns that do not exist are 0.</summary>
internal static class PanelPacking
{
    /// <summary>panel[step, column] = B[step, column].</summary>
    /// <param name="operands">B's strides.</param>
    /// <param name="right">B at the block's first step and the panel's first column.</param>
    /// <param name="stepCount">Steps of the block.</param>
    /// <param name="columns">The panel's columns.</param>
    /// <param name="panel">Written, shape [stepCount, columns.Width].</param>
    public static void Pack(
        in PanelOperands operands,
        ref readonly float right,
        int stepCount,
        in ColumnPanel columns,
        Span<float> panel
    )
    {
        var width = columns.Width;
        var target = panel[..(stepCount * width)];
        if (columns.IsPartial)
        {
            target.Clear();
        }

        if (operands.RightColumnStride != 1)
        {
            ref var first = ref MemoryMarshal.GetReference(target);
            var (rows, stride) = (columns.ColumnCount, operands.RightColumnStride);
            Transposition.Transpose(in right, stride, rows, stepCount, ref first, (nuint)width);
            return;
        }

        for (var step = 0; step < stepCount; step++)
        {
            ref readonly var row = ref Unsafe.Add(ref Unsafe.AsRef(in right), (nuint)step * operands.RightStride);
            var source = MemoryMarshal.CreateReadOnlySpan(in row, columns.ColumnCount);
            source.CopyTo(target.Slice(step * width, width));
        }
    }
}
