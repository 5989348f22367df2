using ActorIL.Numerics.Advantages;

namespace ActorIL.Numerics.Tests.Advantages;

public sealed class AdvantageNormalizationTests
{
    [Fact]
    public void The_deviation_is_the_unbiased_one()
    {
        var normalized = new float[3];
        AdvantageNormalization.Normalize([2f, 4f, 6f], normalized);
        Assert.Equal([-1f, 0f, 1f], normalized);
    }

    [Fact]
    public void A_single_sample_is_left_alone()
    {
        var normalized = new float[1];
        AdvantageNormalization.Normalize([3f], normalized);
        Assert.Equal([3f], normalized);
    }

    [Fact]
    public void Equal_advantages_become_zero()
    {
        var normalized = new float[4];
        AdvantageNormalization.Normalize([5f, 5f, 5f, 5f], normalized);
        Assert.Equal([0f, 0f, 0f, 0f], normalized);
    }
}
