using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Numerics.Products;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Products;

public sealed class PanelProductTests
{
    [Fact]
    public void Every_vector_width_gives_the_bits_of_three_plain_loops() =>
        Seeded.Run(
            100,
            seed =>
                CheckWidths(
                    seed,
                    RandomFloats.Integer(seed, "rows", 1, 30),
                    RandomFloats.Integer(seed, "runs", 1, 5),
                    RandomFloats.Integer(seed, "steps", 1, 20),
                    RandomFloats.Integer(seed, "columns", 1, 140)
                )
        );

    [Fact]
    public void Sums_longer_than_a_block_rest_in_the_result_unchanged()
    {
        CheckWidths(seed: 1, rowCount: 7, runCount: 1, stepCount: 300, columnCount: 64);
        CheckWidths(seed: 2, rowCount: 9, runCount: 3, stepCount: 129, columnCount: 33);
        CheckWidths(seed: 3, rowCount: 8, runCount: 9, stepCount: 50, columnCount: 96);
    }

    [Fact]
    public void Every_count_of_rows_up_to_thirty_is_tiled_completely()
    {
        for (var rowCount = 1; rowCount <= 30; rowCount++)
        {
            CheckWidths(seed: 7, rowCount, runCount: 2, stepCount: 3, columnCount: 80);
        }
    }

    private static void CheckWidths(ulong seed, int rowCount, int runCount, int stepCount, int columnCount)
    {
        var test = new Case(seed, rowCount, runCount, stepCount, columnCount);
        foreach (var (packs, transposed, resumes) in Ways())
        {
            var expected = test.Naive(resumes);
            Bits.Equal(expected, test.Run<Lanes1, float>(packs, transposed, resumes));
            Bits.Equal(expected, test.Run<Lanes128, Vector128<float>>(packs, transposed, resumes));
            Bits.Equal(expected, test.Run<Lanes256, Vector256<float>>(packs, transposed, resumes));
            Bits.Equal(expected, test.Run<Lanes512, Vector512<float>>(packs, transposed, resumes));
        }
    }

    private static IEnumerable<(bool Packs, bool Transposed, bool Resumes)> Ways() =>
        [(false, false, false), (true, false, true), (false, true, false), (false, false, true)];

    /// <summary>
    /// A with its rows in groups of three and its steps in runs, gaps between all of them; C likewise in groups.
    /// </summary>
    private sealed class Case(ulong seed, int rowCount, int runCount, int stepCount, int columnCount)
    {
        private const int GroupCount = 3;
        private const int Stride = 2;

        private readonly int _runStride = (stepCount * Stride) + 3;
        private readonly float[] _left = RandomFloats.Of(
            seed,
            "left",
            rowCount * 2 * (runCount + 1) * ((stepCount * Stride) + 3)
        );
        private readonly float[] _right = RandomFloats.Of(seed, "right", runCount * stepCount * columnCount);
        private readonly float[] _initial = RandomFloats.Of(seed, "initial", columnCount);
        private readonly float[] _before = RandomFloats.Of(seed, "before", rowCount * columnCount);

        private RowPlaces LeftRows =>
            new(GroupCount, (nuint)(_runStride * runCount), (nuint)(4 * _runStride * runCount));

        private RowPlaces ResultRows => new(1, 0, (nuint)(columnCount + 5));

        public float[] Naive(bool resumes)
        {
            var result = new float[rowCount * columnCount];
            for (var i = 0; i < result.Length; i++)
            {
                var (row, column) = (i / columnCount, i % columnCount);
                var sum = resumes ? _before[i] : _initial[column];
                for (var step = 0; step < runCount * stepCount; step++)
                {
                    var group = (row / GroupCount * 4) + (row % GroupCount);
                    var left = (group * _runStride * runCount) + (step / stepCount * _runStride);
                    var a = _left[left + (step % stepCount * Stride)];
                    sum = MathF.FusedMultiplyAdd(a, _right[(step * columnCount) + column], sum);
                }

                result[i] = sum;
            }

            return result;
        }

        public float[] Run<TLanes, TVector>(bool packs, bool transposed, bool resumes)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            var stride = columnCount + 5;
            var result = new float[(rowCount * stride) + 1];
            Array.Fill(result, float.NaN);
            for (var row = 0; resumes && row < rowCount; row++)
            {
                _before.AsSpan(row * columnCount, columnCount).CopyTo(result.AsSpan(1 + (row * stride)));
            }

            var right = (float[])_right.Clone();
            var allSteps = runCount * stepCount;
            if (transposed)
            {
                Transposition.Transpose(_right, allSteps, columnCount, right);
            }

            var operands = new PanelOperands(
                in MemoryMarshal.GetArrayDataReference(_left),
                in MemoryMarshal.GetArrayDataReference(right),
                ref result[1]
            )
            {
                LeftRows = LeftRows,
                ResultRows = ResultRows,
                RunCount = (nuint)runCount,
                StepCount = (nuint)stepCount,
                LeftStride = Stride,
                LeftRunStride = (nuint)_runStride,
                RightStride = transposed ? 1 : (nuint)columnCount,
                RightColumnStride = transposed ? (nuint)allSteps : 1,
                PacksRight = packs,
                Resumes = resumes,
            };
            PanelProduct.Multiply<TLanes, TVector>(in operands, rowCount, columnCount, _initial);
            var rows = Enumerable
                .Range(0, rowCount)
                .SelectMany(row => result.Skip(1 + (row * stride)).Take(columnCount));
            var gaps = Enumerable.Range(0, result.Length - 1).Where(i => i % stride >= columnCount);
            Assert.All(gaps, i => Assert.Equal(float.NaN, result[i + 1]));
            Assert.Equal(float.NaN, result[0]);
            return [.. rows];
        }
    }
}
