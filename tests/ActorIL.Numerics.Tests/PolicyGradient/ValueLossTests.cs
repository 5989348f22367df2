using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Numerics.Tests.PolicyGradient;

public sealed class ValueLossTests
{
    [Fact]
    public void Every_count_gives_the_bits_of_the_naive_twin()
    {
        for (var count = 1; count <= 40; count++)
        {
            var seed = (ulong)count;
            var values = RandomFloats.Of(seed, "values", count);
            float[] old = [.. RandomFloats.Of(seed, "old", count).Select((move, i) => values[i] + (0.3f * move))];
            var returns = RandomFloats.Of(seed, "returns", count);
            var (expected, expectedGradient) = NaivePolicyGradient.ClippedValue(values, old, returns, 0.2f, 0.5f);
            var gradient = new float[count];
            Assert.Equal(expected, ValueLoss.Clipped(values, old, returns, clip: 0.2f, scale: 0.5f, gradient));
            Bits.Equal(expectedGradient, gradient);
        }
    }

    [Fact]
    public void The_loss_is_half_the_mean_square()
    {
        var gradients = new float[2];
        Assert.Equal(1.25f, ValueLoss.Unclipped([1f, 4f], [2f, 2f], scale: 0.5f, gradients));
        Assert.Equal([-0.25f, 0.5f], gradients);
    }

    [Fact]
    public void Inside_the_range_clipping_changes_nothing()
    {
        var (plain, clipped) = (new float[2], new float[2]);
        var expected = ValueLoss.Unclipped([1f, 4f], [2f, 2f], scale: 1f, plain);
        Assert.Equal(expected, ValueLoss.Clipped([1f, 4f], [1.1f, 3.9f], [2f, 2f], clip: 0.2f, scale: 1f, clipped));
        Assert.Equal(plain, clipped);
    }

    [Theory]
    // The value moved from 0 to 1. Towards a return of 1 it went too far: the clipped error counts, without gradient.
    [InlineData(1f, 0.32f, 0f)]
    // Away from a return of -1 the plain error is larger and pulls back.
    [InlineData(-1f, 2f, 2f)]
    public void Outside_the_range_the_larger_error_counts(float target, float loss, float gradient)
    {
        var gradients = new float[1];
        Assert.Equal(loss, ValueLoss.Clipped([1f], [0f], [target], clip: 0.2f, scale: 1f, gradients), 1e-6f);
        Assert.Equal(gradient, gradients[0], 1e-6f);
    }
}
