using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Numerics.Tests.PolicyGradient;

public sealed class ClippedSurrogateTests
{
    [Fact]
    public void Every_count_gives_the_bits_of_the_naive_twin()
    {
        for (var count = 1; count <= 40; count++)
        {
            var seed = (ulong)count;
            var logs = RandomFloats.Of(seed, "logs", count);
            float[] old = [.. RandomFloats.Of(seed, "old", count).Select((move, i) => logs[i] + (0.3f * move))];
            var advantages = RandomFloats.Of(seed, "advantages", count);
            var (expected, expectedGradient) = NaivePolicyGradient.Surrogate(logs, old, advantages, clip: 0.2f);
            var gradient = new float[count];
            Assert.Equal(expected, ClippedSurrogate.Evaluate(logs, old, advantages, clip: 0.2f, gradient));
            Bits.Equal(expectedGradient, gradient);
        }
    }

    [Fact]
    public void At_the_old_policy_the_gradient_is_the_plain_policy_gradient()
    {
        var gradients = new float[2];
        var result = ClippedSurrogate.Evaluate([-1f, -2f], [-1f, -2f], [3f, -1f], clip: 0.2f, gradients);
        Assert.Equal(new SurrogateResult(Loss: -1f, ApproximateKl: 0f, ClipFraction: 0f), result);
        Assert.Equal([-1.5f, 0.5f], gradients);
    }

    [Theory]
    // Ratio e = 2.72 or 1/e = 0.37, each with an advantage of each sign: only the two that go further stop counting.
    [InlineData(1f, 1f, -1.2f, 0f)]
    [InlineData(1f, -1f, 2.7182817f, 2.7182817f)]
    [InlineData(-1f, 1f, -0.36787945f, -0.36787945f)]
    [InlineData(-1f, -1f, 0.8f, 0f)]
    public void Only_moves_that_overshoot_in_the_advantages_direction_are_cut(
        float logRatio,
        float advantage,
        float loss,
        float gradient
    )
    {
        var gradients = new float[1];
        var result = ClippedSurrogate.Evaluate([logRatio], [0f], [advantage], clip: 0.2f, gradients);
        Assert.Equal(loss, result.Loss, 1e-6f);
        Assert.Equal(gradient, gradients[0], 1e-6f);
        Assert.Equal(1f, result.ClipFraction);
    }
}
