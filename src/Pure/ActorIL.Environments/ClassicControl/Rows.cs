using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorIL.Environments.ClassicControl;

/// <summary>Columns of doubles, rounded to float and written as rows: what agents see.</summary>
internal static class Rows
{
    /// <summary>Four columns.</summary>
    /// <param name="a">First number of each row, shape [n]; the others likewise.</param>
    /// <param name="b">Second.</param>
    /// <param name="c">Third.</param>
    /// <param name="d">Fourth.</param>
    /// <param name="rows">Written, shape [n, 4].</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Interleave(
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        ReadOnlySpan<double> d,
        Span<float> rows
    )
    {
        var index = 0;
        if (Avx512F.IsSupported)
        {
            var lower = Vector512.Create(0, 8, 16, 24, 1, 9, 17, 25, 2, 10, 18, 26, 3, 11, 19, 27);
            var upper = lower + Vector512.Create(4);
            for (; index <= a.Length - Vector512<double>.Count; index += Vector512<double>.Count)
            {
                var (left, right) = (Pair(a[index..], b[index..]), Pair(c[index..], d[index..]));
                var target = rows[(4 * index)..];
                Avx512F.PermuteVar16x32x2(left, lower, right).CopyTo(target);
                Avx512F.PermuteVar16x32x2(left, upper, right).CopyTo(target[Vector512<float>.Count..]);
            }
        }

        for (; index < a.Length; index++)
        {
            var row = rows.Slice(4 * index, 4);
            (row[0], row[1]) = ((float)a[index], (float)b[index]);
            (row[2], row[3]) = ((float)c[index], (float)d[index]);
        }
    }

    /// <summary>Three columns.</summary>
    /// <param name="a">First number of each row, shape [n]; the others likewise.</param>
    /// <param name="b">Second.</param>
    /// <param name="c">Third.</param>
    /// <param name="rows">Written, shape [n, 3].</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Interleave(
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        Span<float> rows
    )
    {
        var index = 0;
        if (Avx512F.IsSupported)
        {
            var first = Vector512.Create(0, 8, 16, 1, 9, 17, 2, 10, 18, 3, 11, 19, 4, 12, 20, 5);
            var second = Vector512.Create(13, 21, 6, 14, 22, 7, 15, 23, 0, 0, 0, 0, 0, 0, 0, 0);
            for (; index <= a.Length - Vector512<double>.Count; index += Vector512<double>.Count)
            {
                var (left, right) = (Pair(a[index..], b[index..]), Pair(c[index..], c[index..]));
                var target = rows[(3 * index)..];
                Avx512F.PermuteVar16x32x2(left, first, right).CopyTo(target);
                Avx512F.PermuteVar16x32x2(left, second, right).GetLower().CopyTo(target[Vector512<float>.Count..]);
            }
        }

        for (; index < a.Length; index++)
        {
            var row = rows.Slice(3 * index, 3);
            (row[0], row[1], row[2]) = ((float)a[index], (float)b[index], (float)c[index]);
        }
    }

    /// <summary>The first eight numbers of one column, then those of another.</summary>
    private static Vector512<float> Pair(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper) =>
        Vector512.Create(
            Avx512F.ConvertToVector256Single(Vector512.Create(lower)),
            Avx512F.ConvertToVector256Single(Vector512.Create(upper))
        );
}
