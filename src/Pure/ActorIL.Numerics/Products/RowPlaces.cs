using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>Where the rows of an operand lie: some one stride apart, and such groups another.</summary>
/// <param name="GroupCount">Rows of a group, at least 1.</param>
/// <param name="Stride">From one row of a group to the next, in floats.</param>
/// <param name="GroupStride">From one group to the next, in floats.</param>
internal readonly record struct RowPlaces(nuint GroupCount, nuint Stride, nuint GroupStride)
{
    /// <summary>Rows that are all the same stride apart.</summary>
    public static RowPlaces Even(nuint stride) => new(uint.MaxValue, stride, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Offset(nuint row)
    {
        // Without a division where there is one group; a short one elsewhere.
        if (row < GroupCount)
        {
            return row * Stride;
        }

        var group = (uint)row / (uint)GroupCount;
        return (group * GroupStride) + ((row - (group * GroupCount)) * Stride);
    }
}
