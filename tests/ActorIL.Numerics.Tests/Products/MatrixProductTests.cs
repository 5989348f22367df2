using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Numerics.Products;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Products;

public sealed class MatrixProductTests
{
    [Fact]
    public void Every_vector_width_gives_the_bits_of_three_plain_loops() =>
        Seeded.Run(
            120,
            seed =>
            {
                var rowCount = RandomFloats.Integer(seed, "rows", 1, 40);
                var stepCount = RandomFloats.Integer(seed, "steps", 0, 40);
                var columnCount = RandomFloats.Integer(seed, "columns", 1, 150);
                CheckWidths(seed, rowCount, stepCount, columnCount);
            }
        );

    [Fact]
    public void Every_count_of_rows_up_to_thirty_is_tiled_completely()
    {
        for (var rowCount = 1; rowCount <= 30; rowCount++)
        {
            CheckWidths(seed: 7, rowCount, stepCount: 3, columnCount: 17);
        }
    }

    [Fact]
    public void Narrow_products_give_the_bits_of_three_plain_loops_at_every_width() =>
        Seeded.Run(
            120,
            seed =>
            {
                var rowCount = RandomFloats.Integer(seed, "rows", 1, 80);
                var stepCount = RandomFloats.Integer(seed, "steps", 0, 150);
                var columnCount = RandomFloats.Integer(seed, "columns", 1, NarrowProduct.ColumnCountMax);
                var (left, right, initial) = Operands(seed, rowCount, stepCount, columnCount);
                var expected = Naive(left, right, initial, rowCount);
                Bits.Equal(expected, Narrow<Lanes1, float>(left, right, initial, rowCount, true));
                Bits.Equal(expected, Narrow<Lanes128, Vector128<float>>(left, right, initial, rowCount, true));
                Bits.Equal(expected, Narrow<Lanes256, Vector256<float>>(left, right, initial, rowCount, true));
                Bits.Equal(expected, Narrow<Lanes512, Vector512<float>>(left, right, initial, rowCount, true));
                Bits.Equal(expected, Narrow<Lanes256, Vector256<float>>(left, right, initial, rowCount, false));
                Bits.Equal(expected, Narrow<Lanes512, Vector512<float>>(left, right, initial, rowCount, false));
            }
        );

    [Fact]
    public void Long_sums_and_wide_rows_go_through_blocks_and_panels_unchanged()
    {
        CheckWidths(seed: 5, rowCount: 30, stepCount: 300, columnCount: 150);
        CheckWidths(seed: 6, rowCount: 7, stepCount: 257, columnCount: 33);
        CheckWidths(seed: 7, rowCount: 24, stepCount: 128, columnCount: 128);
    }

    private static void CheckWidths(ulong seed, int rowCount, int stepCount, int columnCount)
    {
        var (left, right, initial) = Operands(seed, rowCount, stepCount, columnCount);
        var expected = Naive(left, right, initial, rowCount);
        Bits.Equal(expected, Run<Lanes1, float>(left, right, initial, rowCount));
        Bits.Equal(expected, Run<Lanes128, Vector128<float>>(left, right, initial, rowCount));
        Bits.Equal(expected, Run<Lanes256, Vector256<float>>(left, right, initial, rowCount));
        Bits.Equal(expected, Run<Lanes512, Vector512<float>>(left, right, initial, rowCount));
        Bits.Equal(expected, Wide<Lanes256, Vector256<float>>(left, right, initial, rowCount));
        Bits.Equal(expected, Wide<Lanes512, Vector512<float>>(left, right, initial, rowCount));
        Bits.Equal(expected, Widest(left, right, initial, rowCount));
        Bits.Equal(expected, Resumed(left, right, initial, rowCount));
    }

    private static (float[] Left, float[] Right, float[] Initial) Operands(
        ulong seed,
        int rowCount,
        int stepCount,
        int columnCount
    ) =>
        (
            RandomFloats.Of(seed, "left", rowCount * stepCount),
            RandomFloats.Of(seed, "right", stepCount * columnCount),
            RandomFloats.Of(seed, "initial", columnCount)
        );

    private static float[] Naive(float[] left, float[] right, float[] initial, int rowCount)
    {
        var (stepCount, columnCount) = (left.Length / rowCount, initial.Length);
        return NaiveProducts.Multiply(
            (row, k) => left[(row * stepCount) + k],
            (k, column) => right[(k * columnCount) + column],
            column => initial[column],
            rowCount,
            stepCount,
            columnCount
        );
    }

    private static float[] Run<TLanes, TVector>(float[] left, float[] right, float[] initial, int rowCount)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var result = Guarded(rowCount * initial.Length);
        var operands = Operands(left, right, initial, rowCount, byRows: true, ref result[1]);
        Rest<TLanes, TVector>(in operands, rowCount, 0, initial);
        return Unguarded(result);
    }

    private static float[] Wide<TLanes, TVector>(float[] left, float[] right, float[] initial, int rowCount)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var result = Guarded(rowCount * initial.Length);
        var operands = Operands(left, right, initial, rowCount, byRows: true, ref result[1]);
        var columnCount = (nuint)initial.Length;
        var done = WideProduct.Multiply<TLanes, TVector>(in operands, (nuint)rowCount, columnCount, initial);
        Assert.True(columnCount - done < VectorQuad<TLanes, TVector>.Count);
        Rest<TLanes, TVector>(in operands, rowCount, done, initial);
        return Unguarded(result);
    }

    // Columns fewer than a vector are left, and then done one by one.
    private static void Rest<TLanes, TVector>(
        in ProductOperands operands,
        int rowCount,
        nuint done,
        ReadOnlySpan<float> initial
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var (rows, columns) = ((nuint)rowCount, (nuint)initial.Length);
        done = TiledProduct.Multiply<TLanes, TVector>(in operands, rows, done, columns, initial);
        Assert.True(columns - done < TLanes.Count);
        Assert.Equal(columns, TiledProduct.Multiply<Lanes1, float>(in operands, rows, done, columns, initial));
    }

    private static float[] Widest(float[] left, float[] right, float[] initial, int rowCount)
    {
        var result = Guarded(rowCount * initial.Length);
        var operands = Operands(left, right, initial, rowCount, byRows: true, ref result[1]);
        MatrixProduct.Multiply(in operands, rowCount, initial.Length, initial);
        return Unguarded(result);
    }

    // The initial values stand in the result, and sums go on from them.
    private static float[] Resumed(float[] left, float[] right, float[] initial, int rowCount)
    {
        var result = Guarded(rowCount * initial.Length);
        for (var row = 0; row < rowCount; row++)
        {
            initial.CopyTo(result, 1 + (row * initial.Length));
        }

        var operands = Operands(left, right, initial, rowCount, byRows: true, ref result[1], resumes: true);
        MatrixProduct.Multiply(in operands, rowCount, initial.Length, []);
        return Unguarded(result);
    }

    private static float[] Narrow<TLanes, TVector>(
        float[] left,
        float[] right,
        float[] initial,
        int rowCount,
        bool byRows
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var result = Guarded(rowCount * initial.Length);
        var stored = (float[])left.Clone();
        if (!byRows)
        {
            Transposition.Transpose(left, rowCount, left.Length / rowCount, stored);
        }

        var operands = Operands(stored, right, initial, rowCount, byRows, ref result[1]);
        NarrowProduct.Multiply<TLanes, TVector>(in operands, (nuint)rowCount, (nuint)initial.Length, initial);
        return Unguarded(result);
    }

    private static ProductOperands Operands(
        float[] left,
        float[] right,
        float[] initial,
        int rowCount,
        bool byRows,
        ref float result,
        bool resumes = false
    ) =>
        new(in MemoryMarshal.GetArrayDataReference(left), in MemoryMarshal.GetArrayDataReference(right), ref result)
        {
            StepCount = (nuint)(left.Length / rowCount),
            LeftRowStride = byRows ? (nuint)(left.Length / rowCount) : 1,
            LeftStepStride = byRows ? 1 : (nuint)rowCount,
            RightStride = (nuint)initial.Length,
            ResultStride = (nuint)initial.Length,
            Resumes = resumes,
        };

    // One element more on each side, to see writes that go astray.
    private static float[] Guarded(int length)
    {
        var result = new float[length + 2];
        Array.Fill(result, float.NaN);
        return result;
    }

    private static float[] Unguarded(float[] result)
    {
        Assert.Equal(float.NaN, result[0]);
        Assert.Equal(float.NaN, result[^1]);
        return result[1..^1];
    }
}
