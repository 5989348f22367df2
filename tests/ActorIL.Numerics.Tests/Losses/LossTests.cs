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
