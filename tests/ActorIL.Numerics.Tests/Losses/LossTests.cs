using ActorIL.Numerics.Losses;

namespace ActorIL.Numerics.Tests.Losses;

public sealed class LossTests
{
    [Fact]
    public void Mean_squared_error_divides_by_all_elements_and_not_by_the_batch()
    {
        var gradients = new float[4];
        var loss = MeanSquaredError.Evaluate([1f, 2f, 3f, 4f], [0f, 2f, 5f, 4f], gradients);
        Assert.Equal(1.25f, loss);
        Assert.Equal([0.5f, 0f, -1f, 0f], gradients);
    }

    [Fact]
    public void The_Huber_error_is_squared_within_its_threshold_and_linear_beyond()
    {
        var gradients = new float[4];
        var loss = HuberError.Evaluate([1f, 2f, 3f, -4f], [0f, 2f, 5f, 0f], 1f, gradients);

        // 1, 0, 2 * 2 - 1 and 2 * 4 - 1.
        Assert.Equal(11f / 4, loss);
        Assert.Equal([0.5f, 0f, -0.5f, -0.5f], gradients);
    }

    [Fact]
    public void The_Huber_error_without_a_threshold_has_the_bits_of_the_mean_squared_error()
    {
        var (outputs, targets) = (RandomFloats.Of(1, "outputs", 33), RandomFloats.Of(2, "targets", 33));
        var (plain, own) = (new float[33], new float[33]);
        var loss = MeanSquaredError.Evaluate(outputs, targets, plain);
        Assert.Equal(loss, HuberError.Evaluate(outputs, targets, float.PositiveInfinity, own));
        Assert.Equal(plain, own);
    }

    [Fact]
    public void Cross_entropy_against_the_models_own_distribution_has_no_gradient()
    {
        var gradients = new float[2];
        var workspace = new float[CrossEntropy.WorkspaceLength(1, 2)];
        var loss = CrossEntropy.Evaluate(2, [0f, 0f], [0.5f, 0.5f], workspace, gradients);
        Assert.Equal(Math.Log(2), loss, 1e-6);
        Assert.Equal([0f, 0f], gradients);
    }

    [Fact]
    public void A_label_out_of_range_is_refused() =>
        Assert.ThrowsAny<Exception>(() =>
            CrossEntropy.Evaluate(2, new float[4], (int[])[0, 2], new float[6], new float[4])
        );

    [Theory]
    [InlineData(1000f, 1f, 0f)]
    [InlineData(-1000f, 0f, 0f)]
    [InlineData(1000f, 0f, 1000f)]
    [InlineData(-1000f, 1f, 1000f)]
    public void The_logistic_loss_does_not_overflow(float logit, float label, float expected) =>
        Assert.Equal(expected, BinaryCrossEntropy.Evaluate([logit], [label], new float[1]));
}
