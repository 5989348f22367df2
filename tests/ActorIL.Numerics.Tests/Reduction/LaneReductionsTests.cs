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
                Bits.Equal([NaiveSums.Reduce(values, (sum, x) => sum + x)], [LaneReductions.Sum(values)]);
                Bits.Equal(
                    [NaiveSums.Reduce(values, (sum, x) => MathF.FusedMultiplyAdd(x, x, sum))],
                    [LaneReductions.SumOfSquares(values)]
                );
                Bits.Equal(
                    [NaiveSums.Reduce(values, (sum, x) => MathF.FusedMultiplyAdd(x - center, x - center, sum))],
                    [LaneReductions.SumOfSquaredDeviations(values, center)]
                );
                var others = RandomFloats.Of(seed, "others", values.Length);
                Bits.Equal([NaiveSums.SumOfProducts(values, others)], [LaneReductions.SumOfProducts(values, others)]);
            }
        );

    [Fact]
    public void Small_integers_sum_exactly() =>
        Assert.Equal(5050f, LaneReductions.Sum([.. Enumerable.Range(1, 100).Select(i => (float)i)]));
}
