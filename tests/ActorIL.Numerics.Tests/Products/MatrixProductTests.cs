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
                var columnCount = RandomFloats.Integer(seed, "columns", 1, 80);
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

    private static void CheckWidths(ulong seed, int rowCount, int stepCount, int columnCount)
    {
        var left = RandomFloats.Of(seed, "left", rowCount * stepCount);
        var right = RandomFloats.Of(seed, "right", stepCount * columnCount);
        var initial = RandomFloats.Of(seed, "initial", columnCount);
        var expected = NaiveProducts.Multiply(
            (row, k) => left[(row * stepCount) + k],
            (k, column) => right[(k * columnCount) + column],
            column => initial[column],
            rowCount,
            stepCount,
            columnCount
        );
        Bits.Equal(expected, Run<Lanes1, float>(left, right, initial, rowCount));
        if (columnCount >= 4)
        {
            Bits.Equal(expected, Run<Lanes128, Vector128<float>>(left, right, initial, rowCount));
        }

        if (columnCount >= 8)
        {
            Bits.Equal(expected, Run<Lanes256, Vector256<float>>(left, right, initial, rowCount));
        }

        if (columnCount >= 16)
        {
            Bits.Equal(expected, Run<Lanes512, Vector512<float>>(left, right, initial, rowCount));
        }
    }

    private static float[] Run<TLanes, TVector>(float[] left, float[] right, float[] initial, int rowCount)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // One element more on each side, to see writes that go astray.
        var columnCount = initial.Length;
        var result = new float[(rowCount * columnCount) + 2];
        Array.Fill(result, float.NaN);
        var stepCount = left.Length / rowCount;
        var operands = new ProductOperands(in FirstOrNone(left), in FirstOrNone(right), ref result[1])
        {
            StepCount = (nuint)stepCount,
            LeftRowStride = (nuint)stepCount,
            LeftStepStride = 1,
            RightStride = (nuint)columnCount,
            ResultStride = (nuint)columnCount,
        };
        MatrixProduct.Multiply<TLanes, TVector>(in operands, (nuint)rowCount, (nuint)columnCount, initial);
        Assert.Equal(float.NaN, result[0]);
        Assert.Equal(float.NaN, result[^1]);
        return result[1..^1];
    }

    private static ref readonly float FirstOrNone(float[] values) =>
        ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(values);
}
