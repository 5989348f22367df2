using System.Runtime.Intrinsics;

namespace ActorIL.Algorithms.Policies;

/// <summary>Copies chosen rows of a matrix side by side.</summary>
public static class RowGathering
{
    /// <summary>Row i of the target is row rows[i] of the source.</summary>
    /// <param name="source">Shape [n, width].</param>
    /// <param name="width">Columns, ≥ 1.</param>
    /// <param name="rows">Shape [m], each in [0, n).</param>
    /// <param name="target">Written, shape [m, width].</param>
    /// <exception cref="ArgumentOutOfRangeException">A row is out of range, or the target is too short.</exception>
    public static void Gather(ReadOnlySpan<float> source, int width, ReadOnlySpan<int> rows, Span<float> target)
    {
        if (width == 1)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                target[i] = source[rows[i]];
            }

            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var row = source.Slice(rows[i] * width, width);
            var own = target.Slice(i * width, width);
            if (width == Vector128<float>.Count)
            {
                // Four numbers are what balancing a pole is seen by; a copy of any length costs more than the numbers.
                Vector128.Create(row).CopyTo(own);
            }
            else
            {
                row.CopyTo(own);
            }
        }
    }

    /// <summary>Element i of the target is element items[i] of the source.</summary>
    /// <param name="source">Shape [n].</param>
    /// <param name="items">Shape [m], each in [0, n).</param>
    /// <param name="target">Written, shape [at least m].</param>
    public static void Gather(ReadOnlySpan<int> source, ReadOnlySpan<int> items, Span<int> target)
    {
        for (var i = 0; i < items.Length; i++)
        {
            target[i] = source[items[i]];
        }
    }
}
