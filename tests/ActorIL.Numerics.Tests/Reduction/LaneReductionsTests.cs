using ActorIL.Numerics.Reduction;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Reduction;

public sealed class LaneReductionsTests
{
    [Fact]
    public void Every_length_sums_through_thirty_two_lanes_and_one_tree() =>
        Seeded.Run(
            100,
            seed =>
            {
                var values = RandomFloats.Of(seed, "values", RandomFloats.Integer(seed, "count", 0, 200));
                var center = RandomFloats.Of(seed, "center", 1)[0];
                Bits.Equal([Naive(values, (sum, x) => sum + x)], [LaneReductions.Sum(values)]);
                Bits.Equal(
                    [Naive(values, (sum, x) => MathF.FusedMultiplyAdd(x, x, sum))],
                    [LaneReductions.SumOfSquares(values)]
                );
                Bits.Equal(
                    [Naive(values, (sum, x) => MathF.FusedMultiplyAdd(x - center, x - center, sum))],
                    [LaneReductions.SumOfSquaredDeviations(values, center)]
                );
            }
        );

    [Fact]
    public void Small_integers_sum_exactly() =>
        Assert.Equal(5050f, LaneReductions.Sum([.. Enumerable.Range(1, 100).Select(i => (float)i)]));

    private static float Naive(float[] values, Func<float, float, float> add)
    {
        var lanes = new float[32];
        for (var i = 0; i < values.Length; i++)
        {
            lanes[i % 32] = add(lanes[i % 32], values[i]);
        }

        return Tree(lanes);
    }

    private static float Tree(float[] lanes) =>
        lanes.Length == 1
            ? lanes[0]
            : Tree([.. lanes.Take(lanes.Length / 2).Zip(lanes.Skip(lanes.Length / 2), (a, b) => a + b)]);
}
