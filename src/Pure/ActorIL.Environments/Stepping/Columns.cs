using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>What is done to columns of many environments alike, several rows at once.</summary>
/// <remarks>
/// The loops are methods of their own, not inlined: together in one caller they exceed what the compiler inlines, and
/// each load or store becomes a call.
/// </remarks>
internal static class Columns
{
    private const int ChunkCount = 64;
    private const int Infinity = 0x7F800000;

    /// <summary>Adds one to every number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Increment(Span<int> counts)
    {
        var index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; index <= counts.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            {
                (Vector256.Create<int>(counts[index..]) + Vector256<int>.One).CopyTo(counts[index..]);
            }
        }

        for (; index < counts.Length; index++)
        {
            counts[index]++;
        }
    }

    /// <summary>Adds a column to another, row by row.</summary>
    /// <param name="sums">Read and written, shape [n].</param>
    /// <param name="addends">Shape [n].</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(Span<double> sums, ReadOnlySpan<double> addends)
    {
        var index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; index <= sums.Length - Vector256<double>.Count; index += Vector256<double>.Count)
            {
                var sum = Vector256.Create<double>(sums[index..]) + Vector256.Create(addends[index..]);
                sum.CopyTo(sums[index..]);
            }
        }

        for (; index < sums.Length; index++)
        {
            sums[index] += addends[index];
        }
    }

    /// <summary>Whether no number is infinite or NaN.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AllFinite(ReadOnlySpan<float> numbers)
    {
        // The bits of magnitudes are ordered as the magnitudes are, and NaN comes after infinity.
        var bits = MemoryMarshal.Cast<float, int>(numbers);
        var (index, greatest) = (0, 0);
        if (Vector256.IsHardwareAccelerated)
        {
            var greatests = Vector512<int>.Zero;
            var magnitude = Vector512.Create(int.MaxValue);
            for (; index <= bits.Length - Vector512<int>.Count; index += Vector512<int>.Count)
            {
                greatests = Vector512.Max(greatests, Vector512.Create(bits[index..]) & magnitude);
            }

            greatest = Vector512.LessThanAll(greatests, Vector512.Create(Infinity)) ? 0 : Infinity;
        }

        for (; index < bits.Length; index++)
        {
            greatest = Math.Max(greatest, bits[index] & int.MaxValue);
        }

        return greatest < Infinity;
    }

    /// <summary>Whether no magnitude is above a positive bound, and no number NaN.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AllAtMost(ReadOnlySpan<double> numbers, double bound)
    {
        var index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var bounds = Vector256.Create(bound);
            var within = Vector256<double>.AllBitsSet;
            for (; index <= numbers.Length - Vector256<double>.Count; index += Vector256<double>.Count)
            {
                within &= Vector256.LessThanOrEqual(Vector256.Abs(Vector256.Create(numbers[index..])), bounds);
            }

            if (!Vector256.EqualsAll(within.AsInt64(), Vector256<long>.AllBitsSet))
            {
                return false;
            }
        }

        var all = true;
        for (; index < numbers.Length; index++)
        {
            all &= Math.Abs(numbers[index]) <= bound;
        }

        return all;
    }

    /// <summary>The rows whose episodes ended, in order.</summary>
    /// <param name="endings">Shape [n].</param>
    /// <param name="rows">Written from the front, shape [n].</param>
    /// <returns>How many.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Ended(ReadOnlySpan<Ending> endings, Span<int> rows)
    {
        var numbers = MemoryMarshal.Cast<Ending, int>(endings);
        var (index, count) = (0, 0);
        if (Avx512F.IsSupported)
        {
            // Without branches: where an episode ended cannot be predicted. No more is written than was read.
            for (; index <= numbers.Length - Vector512<int>.Count; index += Vector512<int>.Count)
            {
                var ended = ~Vector512.Equals(Vector512.Create(numbers[index..]), Vector512<int>.Zero);
                var places = Vector512<int>.Indices + Vector512.Create(index);
                Avx512F.Compress(places, ended, places).CopyTo(rows[count..]);
                count += BitOperations.PopCount(ended.ExtractMostSignificantBits());
            }
        }

        for (; index < numbers.Length; index++)
        {
            if (numbers[index] != (int)Ending.None)
            {
                rows[count++] = index;
            }
        }

        return count;
    }

    /// <summary>The first row from <paramref name="start"/> on that is not less; -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int NextAtLeast(ReadOnlySpan<int> counts, int least, int start)
    {
        var index = start;
        if (Vector256.IsHardwareAccelerated)
        {
            var below = Vector256.Create(least);
            while (
                index <= counts.Length - Vector256<int>.Count
                && Vector256.LessThanAll(Vector256.Create(counts[index..]), below)
            )
            {
                index += Vector256<int>.Count;
            }
        }

        while (index < counts.Length && counts[index] < least)
        {
            index++;
        }

        return index < counts.Length ? index : -1;
    }

    /// <summary>Puts a draw of each key into its row of a column.</summary>
    /// <param name="rows">Shape [n].</param>
    /// <param name="keys">Shape [n].</param>
    /// <param name="index">Of the draw.</param>
    /// <param name="low">The least.</param>
    /// <param name="high">The most.</param>
    /// <param name="column">Written where <paramref name="rows"/> say.</param>
    public static void Uniform(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<RngKey> keys,
        ulong index,
        double low,
        double high,
        Span<double> column
    )
    {
        Span<double> chunk = stackalloc double[Math.Min(ChunkCount, rows.Length)];
        for (var start = 0; start < rows.Length; start += ChunkCount)
        {
            var count = Math.Min(ChunkCount, rows.Length - start);
            RngKeys.Uniform(keys.Slice(start, count), index, low, high, chunk[..count]);
            for (var i = 0; i < count; i++)
            {
                column[rows[start + i]] = chunk[i];
            }
        }
    }
}
