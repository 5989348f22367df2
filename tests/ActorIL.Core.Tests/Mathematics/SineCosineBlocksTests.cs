using ActorIL.Core.Mathematics;
using ActorIL.Core.Mathematics.Kernels;
using ActorIL.Core.Mathematics.Lanes;
using ActorIL.Core.Randomness;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>Sine and cosine of single doubles are the twins of those in blocks.</summary>
public sealed class SineCosineBlocksTests
{
    private static readonly double[] Extremes =
    [
        0.0,
        -0.0,
        double.Epsilon,
        -1e-300,
        0.78,
        -0.7800000000000001,
        Math.PI / 4,
        Math.PI,
        -Math.PI / 2,
        268435456.0,
        268435457.0,
        1e22,
        -double.MaxValue,
        double.PositiveInfinity,
        double.NaN,
    ];

    [Theory]
    [InlineData(0.7)]
    [InlineData(10)]
    [InlineData(1e8)]
    [InlineData(1e12)]
    public void Blocks_have_the_bits_of_single_angles_at_every_width(double range)
    {
        foreach (var count in new[] { 1, 3, 4, 8, 15, 64, 127, 128, 129, 300 })
        {
            var angles = Angles(count, range);
            AssertAgrees<DoubleLane>(angles);
            AssertAgrees<DoubleLanes256>(angles);
            AssertAgrees<DoubleLanes512>(angles);
        }
    }

    [Fact]
    public void One_extreme_angle_changes_nobody_elses()
    {
        foreach (var extreme in Extremes)
        {
            var angles = Angles(150, range: 0.7);
            (angles[5], angles[140]) = (extreme, -extreme);
            AssertAgrees<DoubleLanes256>(angles);
            AssertAgrees<DoubleLanes512>(angles);
        }
    }

    [Fact]
    public void The_sines_may_take_the_place_of_the_angles()
    {
        foreach (var range in new[] { 0.7, 10 })
        {
            var angles = Angles(150, range);
            var (own, sines, cosines) = ((double[])[.. angles], new double[150], new double[150]);
            VectorElementary.SinCos(angles, sines, cosines);
            VectorElementary.SinCos(own, own, cosines);
            Assert.Equal(sines, own);
        }
    }

    private static void AssertAgrees<TLane>(double[] angles)
        where TLane : struct, ILane<TLane, double, long>
    {
        var (sines, cosines) = (new double[angles.Length], new double[angles.Length]);
        var done = SineCosineBlocks.SinCos<TLane>(angles, sines, cosines);
        Assert.Equal(angles.Length / TLane.Count * TLane.Count, done);
        for (var i = 0; i < done; i++)
        {
            var (sine, cosine) = Elementary.SinCos(angles[i]);
            Assert.Equal(BitConverter.DoubleToInt64Bits(sine), BitConverter.DoubleToInt64Bits(sines[i]));
            Assert.Equal(BitConverter.DoubleToInt64Bits(cosine), BitConverter.DoubleToInt64Bits(cosines[i]));
        }
    }

    private static double[] Angles(int count, double range) =>
        [.. Enumerable.Range(0, count).Select(i => Draw.Uniform(RngKey.Root(3), (ulong)i, -range, range))];
}
