using ActorIL.Numerics.Heads;

namespace ActorIL.Numerics.Tests.Heads;

public sealed class GaussianHeadTests
{
    [Fact]
    public void A_sample_is_the_mean_plus_the_deviation_times_the_normal()
    {
        var actions = new float[4];
        GaussianHead.Sample([1f, 2f, 3f, 4f], [0f, 0f], [0.5f, -1f, 0f, 2f], actions);
        Assert.Equal([1.5f, 1f, 3f, 6f], actions);
    }

    [Fact]
    public void The_density_of_an_action_far_outside_any_bounds_is_that_of_the_action_itself()
    {
        var logProbabilities = new float[1];
        GaussianHead.LogProbability([0f], [0f], [100f], logProbabilities);
        Assert.Equal(-5000.9189f, logProbabilities[0], 1e-3f);
    }

    [Fact]
    public void Densities_integrate_to_one()
    {
        var sum = 0.0;
        var logProbability = new float[1];
        for (var a = -12f; a <= 12f; a += 1f / 64f)
        {
            GaussianHead.LogProbability([0.5f], [0.25f], [a], logProbability);
            sum += Math.Exp(logProbability[0]) / 64;
        }

        Assert.Equal(1.0, sum, 1e-5);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        float[] means = [0.5f, -0.25f, 1f, 0f];
        float[] logStd = [0.125f, -0.5f];
        float[] actions = [1f, 0f, 0.25f, -1f];
        float[] weights = [2f, -1f];
        double Loss(float[] at, float[] spread)
        {
            var logs = new float[2];
            GaussianHead.LogProbability(at, spread, actions, logs);
            return logs.Zip(weights, (l, w) => (double)l * w).Sum() + (2 * 3.0 * GaussianHead.Entropy(spread));
        }

        var (meanGradients, logStdGradients) = (new float[4], new float[2]);
        GaussianHead.Gradient(means, logStd, actions, weights, entropyGradient: 3f, meanGradients, logStdGradients);
        CheckDifferences(means, meanGradients, at => Loss(at, logStd));
        CheckDifferences(logStd, logStdGradients, spread => Loss(means, spread));
    }

    private static void CheckDifferences(float[] at, float[] gradients, Func<float[], double> loss)
    {
        for (var i = 0; i < at.Length; i++)
        {
            var (up, down) = ((float[])at.Clone(), (float[])at.Clone());
            up[i] += 1f / 64f;
            down[i] -= 1f / 64f;
            Assert.Equal((loss(up) - loss(down)) / (1.0 / 32.0), gradients[i], 5e-3);
        }
    }
}
