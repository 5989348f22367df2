using ActorIL.Numerics.Statistics;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Statistics;

public sealed class RunningMomentsTests
{
    [Fact]
    public void Blocks_merged_agree_with_all_rows_at_once() =>
        Seeded.Run(
            60,
            seed =>
            {
                var componentCount = RandomFloats.Integer(seed, "components", 1, 4);
                int[] counts = [.. Enumerable.Range(0, 5).Select(i => RandomFloats.Integer(seed, $"rows {i}", 0, 9))];
                var rows = RandomFloats.Of(seed, "rows", counts.Sum() * componentCount);
                var merged = RunningMoments.Empty(componentCount);
                var start = 0;
                foreach (var count in counts)
                {
                    var block = rows.AsSpan(start * componentCount, count * componentCount);
                    merged = merged.Merge(RunningMoments.Of(block, componentCount));
                    start += count;
                }

                var whole = RunningMoments.Of(rows, componentCount);
                Assert.Equal(whole.Count, merged.Count);
                for (var component = 0; component < componentCount; component++)
                {
                    Assert.Equal(whole.Means[component], merged.Means[component], 1e-9);
                    Assert.Equal(whole.Variance(component), merged.Variance(component), 1e-7);
                }
            }
        );

    [Fact]
    public void Mean_and_biased_variance_are_those_of_the_rows()
    {
        var moments = RunningMoments.Of([1f, 10f, 3f, 10f, 5f, 10f], componentCount: 2);
        Assert.Equal(3, moments.Count);
        Assert.Equal([3.0, 10.0], moments.Means);
        Assert.Equal(8.0 / 3.0, moments.Variance(0));
        Assert.Equal(0.0, moments.Variance(1));
    }

    [Fact]
    public void A_large_offset_does_not_drown_the_variance()
    {
        var moments = RunningMoments.Empty(1);
        for (var i = 0; i < 100; i++)
        {
            moments = moments.Merge(RunningMoments.Of([1e7f, 1e7f + 2f], componentCount: 1));
        }

        Assert.Equal(1.0, moments.Variance(0), 1e-6);
    }

    [Fact]
    public void Frozen_statistics_shift_scale_and_clip()
    {
        var moments = RunningMoments.Of([1f, 0f, 3f, 0f], componentCount: 2);
        var frozen = Standardization.Freeze(moments, epsilon: 1e-8, clip: 10f);
        var rows = new float[] { 3f, 1f, 1000f, -1f };
        frozen.Apply(rows, rows);
        Assert.Equal([1f, 10f, 10f, -10f], rows);
    }

    [Fact]
    public void Before_anything_was_seen_rows_pass_unchanged()
    {
        var frozen = Standardization.Freeze(RunningMoments.Empty(2), epsilon: 0.0, clip: 10f);
        var rows = new float[] { 3f, -4f };
        frozen.Apply(rows, rows);
        Assert.Equal([3f, -4f], rows);
    }
}
